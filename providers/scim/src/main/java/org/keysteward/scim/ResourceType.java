package org.keysteward.scim;

import java.util.List;
import java.util.Optional;

/**
 * A kind of resource, and where it is (RFC 7643, section 6).
 *
 * <p>The attributes that every resource has ({@code id}, {@code externalId}, {@code meta}; RFC 7643, section 3.1) belong
 * to no schema; {@link CoreSchemas#COMMON} says what they are.
 *
 * @param endpoint below the server's base, such as {@code /Users}
 */
public record ResourceType(
        String name, String endpoint, String description, Schema schema, List<SchemaExtension> extensions) {

    /**
     * Attributes that some resources of the type have beyond those of its schema.
     *
     * @param kept whether a replacement that does not mention it leaves what is there (RFC 7644, section 3.5.1, allows
     *     both): it lives where others write it too
     */
    public record SchemaExtension(Schema schema, boolean required, boolean kept) {
        public SchemaExtension(Schema schema, boolean required) {
            this(schema, required, false);
        }
    }

    public ResourceType {
        extensions = List.copyOf(extensions);
    }

    /** An extension by its URN, in any case. */
    public Optional<Schema> extension(String urn) {
        return extensions.stream()
                .map(SchemaExtension::schema)
                .filter(schema -> schema.id().equalsIgnoreCase(urn))
                .findFirst();
    }

    /** An attribute of the schema or a common one, by name in any case. */
    public Optional<Attribute> attribute(String name) {
        return schema.attribute(name).or(() -> Attribute.named(CoreSchemas.COMMON, name));
    }
}

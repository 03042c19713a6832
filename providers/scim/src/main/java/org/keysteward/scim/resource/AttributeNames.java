package org.keysteward.scim.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.Schema;

/**
 * What names mean for one resource type (RFC 7644, section 3.10): {@code userName}, {@code name.givenName}, a URN, and a
 * URN with one of these behind it; all in any case.
 */
final class AttributeNames {
    private final ResourceType type;
    private final List<Schema> schemas = new ArrayList<>();

    AttributeNames(ResourceType type) {
        this.type = type;
        schemas.add(type.schema());
        type.extensions().forEach(extension -> schemas.add(extension.schema()));
    }

    /** Empty where no schema has it. */
    Optional<Meaning> meaning(String name) {
        for (var schema : schemas) {
            var urn = schema.id();
            if (!name.regionMatches(true, 0, urn, 0, urn.length())) {
                continue;
            }
            if (name.length() == urn.length()) {
                return Optional.of(new Meaning.Whole(schema));
            }
            if (name.charAt(urn.length()) == ':') {
                return part(schema, name.substring(urn.length() + 1));
            }
        }
        return part(type.schema(), name);
    }

    /** Of an attribute or a sub-attribute of the schema; those of the type's own include the common ones. */
    Optional<Meaning> part(Schema schema, String name) {
        var dot = name.indexOf('.');
        var attributeName = dot < 0 ? name : name.substring(0, dot);
        var extension = extension(schema);
        var attribute = extension == null ? type.attribute(attributeName) : extension.attribute(attributeName);
        if (dot < 0) {
            return attribute.map(found -> new Meaning.Part(new AttributePath(extension, found, null)));
        }
        return attribute.flatMap(found -> found.subAttribute(name.substring(dot + 1))
                .map(sub -> new Meaning.Part(new AttributePath(extension, found, sub))));
    }

    /** The schema, if it is not the type's own. */
    @Nullable Schema extension(Schema schema) {
        return schema.equals(type.schema()) ? null : schema;
    }
}

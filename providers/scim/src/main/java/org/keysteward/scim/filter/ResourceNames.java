package org.keysteward.scim.filter;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ResourceType.SchemaExtension;
import org.keysteward.scim.Schema;
import org.keysteward.scim.ScimException;

/** The attributes of a resource type, as RFC 7644 (section 3.10) names them: behind the URN of their schema or alone. */
final class ResourceNames implements Names {
    private final ResourceType type;
    private final Refusal refusal;
    private final boolean extensionsUnqualified;

    private ResourceNames(ResourceType type, Refusal refusal, boolean extensionsUnqualified) {
        this.type = type;
        this.refusal = refusal;
        this.extensionsUnqualified = extensionsUnqualified;
    }

    /** An extension's attribute needs no URN where no other attribute has its name: reading it cannot go wrong. */
    static ResourceNames inFilters(ResourceType type, Refusal refusal) {
        return new ResourceNames(type, refusal, true);
    }

    /** An extension's attribute needs the URN, as the RFC has it. */
    static ResourceNames inPaths(ResourceType type, Refusal refusal) {
        return new ResourceNames(type, refusal, false);
    }

    @Override
    public AttributePath path(Token word) throws ScimException {
        var schema = schema(word).orElse(null);
        if (schema == null) {
            return unqualified(word);
        }
        if (isAll(word, schema)) {
            throw refusal.at(
                    word, schema.id() + " is the name of a schema; an attribute of it is expected behind a colon");
        }
        var name = Dotted.of(word.text().substring(schema.id().length() + 1));
        return path(isOwn(schema) ? null : schema, name, word);
    }

    /** The extension that the word names, with nothing behind it. */
    Optional<Schema> extension(Token word) {
        return schema(word).filter(schema -> !isOwn(schema) && isAll(word, schema));
    }

    /** The longest that fits, for the URN of one may begin with that of another. */
    private Optional<Schema> schema(Token word) {
        var extensions = type.extensions().stream().map(SchemaExtension::schema);
        return Stream.concat(Stream.of(type.schema()), extensions)
                .filter(schema -> isAll(word, schema) || begins(word, schema.id() + ":"))
                .max(Comparator.comparingInt(schema -> schema.id().length()));
    }

    private boolean isOwn(Schema schema) {
        return schema.id().equals(type.schema().id());
    }

    private static boolean isAll(Token word, Schema schema) {
        return word.text().equalsIgnoreCase(schema.id());
    }

    private static boolean begins(Token word, String beginning) {
        return word.text().regionMatches(true, 0, beginning, 0, beginning.length());
    }

    private AttributePath unqualified(Token word) throws ScimException {
        var name = Dotted.of(word.text());
        var extensions =
                attribute(null, name.attribute()).isPresent() ? List.<Schema>of() : extensionsWith(name.attribute());
        if (extensions.isEmpty()) {
            return path(null, name, word);
        }
        var extension = extensions.get(0);
        if (!extensionsUnqualified || extensions.size() > 1) {
            throw refusal.at(
                    word,
                    "The URN of its schema is expected before the name, as in " + extension.id() + ":"
                            + name.attribute());
        }
        return path(extension, name, word);
    }

    private List<Schema> extensionsWith(String attribute) {
        return type.extensions().stream()
                .map(SchemaExtension::schema)
                .filter(schema -> schema.attribute(attribute).isPresent())
                .toList();
    }

    private AttributePath path(@Nullable Schema extension, Dotted name, Token word) throws ScimException {
        var attribute = attribute(extension, name.attribute()).orElseThrow(() -> unknown(word));
        if (name.sub() == null) {
            return new AttributePath(extension, attribute, null);
        }
        var sub = attribute.subAttribute(name.sub()).orElseThrow(() -> unknown(word));
        return new AttributePath(extension, attribute, sub);
    }

    private Optional<Attribute> attribute(@Nullable Schema extension, String name) {
        return extension == null ? type.attribute(name) : extension.attribute(name);
    }

    private ScimException unknown(Token word) {
        return refusal.at(word, type.name() + " has no attribute " + word.quoted());
    }

    /** @param sub null where there is no dot */
    private record Dotted(String attribute, @Nullable String sub) {
        static Dotted of(String name) {
            var dot = name.indexOf('.');
            return dot < 0 ? new Dotted(name, null) : new Dotted(name.substring(0, dot), name.substring(dot + 1));
        }
    }
}

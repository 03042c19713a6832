package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.Returned;
import org.keysteward.scim.Schema;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/**
 * What of a resource an answer has (RFC 7644, section 3.9): all that is returned by default without those excluded, or
 * those asked for. What is {@code always} returned is there in any case, what is {@code never} returned in none.
 */
public final class Projection {
    private final ResourceType type;
    private final AttributeNames names;
    private final @Nullable Selection wanted;
    private final Selection excluded;

    private Projection(ResourceType type, @Nullable Selection wanted, Selection excluded) {
        this.type = type;
        this.names = new AttributeNames(type);
        this.wanted = wanted;
        this.excluded = excluded;
    }

    /**
     * Of names separated by commas: attributes, sub-attributes, and URNs of schemas for all that is in them. A name that
     * no schema has is passed over; a blank list is none.
     *
     * @throws ScimException {@code invalidValue} if both lists are given, or one is too long
     */
    public static Projection of(@Nullable String attributes, @Nullable String excludedAttributes, ResourceType type)
            throws ScimException {
        var names = new AttributeNames(type);
        var wanted = Selection.of(attributes, names);
        var excluded = Selection.of(excludedAttributes, names);
        if (wanted.isPresent() && excluded.isPresent()) {
            throw ScimException.of(ScimType.INVALID_VALUE, "attributes and excludedAttributes cannot both be given");
        }
        return new Projection(type, wanted.orElse(null), excluded.orElseGet(Selection::nothing));
    }

    /**
     * Whether something of it is in the answer, so that it has to be loaded.
     *
     * @param attributeName as a request may spell it; unknown ones are not wanted
     */
    public boolean wants(String attributeName) {
        return names.meaning(attributeName).map(this::wants).orElse(false);
    }

    /**
     * The answer's part of the resource, which stays as it is. Parts that are answered whole are shared.
     *
     * @param full in the schemas' spelling; what no schema has is left out
     */
    public ObjectNode apply(ObjectNode full) {
        var answer = JsonNodeFactory.instance.objectNode();
        for (var member : full.properties()) {
            var extension = type.extension(member.getKey());
            if (extension.isPresent() && member.getValue() instanceof ObjectNode members) {
                var projected = projected(members, extension.get());
                if (!projected.isEmpty()) {
                    answer.set(member.getKey(), projected);
                }
                continue;
            }
            type.attribute(member.getKey())
                    .flatMap(attribute -> projected(null, attribute, member.getValue()))
                    .ifPresent(value -> answer.set(member.getKey(), value));
        }
        return answer;
    }

    private boolean wants(Meaning meaning) {
        if (meaning instanceof Meaning.Part part) {
            var path = part.path();
            var sub = path.sub();
            return wants(path.extension(), path.attribute())
                    && (sub == null || wants(path.extension(), path.attribute(), sub));
        }
        var schema = ((Meaning.Whole) meaning).schema();
        var extension = names.extension(schema);
        return schema.attributes().stream().anyMatch(attribute -> wants(extension, attribute));
    }

    private ObjectNode projected(ObjectNode members, Schema extension) {
        var answer = JsonNodeFactory.instance.objectNode();
        for (var member : members.properties()) {
            extension
                    .attribute(member.getKey())
                    .flatMap(attribute -> projected(extension, attribute, member.getValue()))
                    .ifPresent(value -> answer.set(member.getKey(), value));
        }
        return answer;
    }

    private Optional<JsonNode> projected(@Nullable Schema extension, Attribute attribute, JsonNode value) {
        if (!wants(extension, attribute)) {
            return Optional.empty();
        }
        if (!attribute.isComplex()) {
            return Optional.of(value);
        }
        var subs = attribute.subAttributes().stream()
                .filter(sub -> wants(extension, attribute, sub))
                .map(Attribute::name)
                .toList();
        if (subs.size() == attribute.subAttributes().size()) {
            return Optional.of(value);
        }
        return value.isArray() ? elements(value, subs) : parts(value, subs);
    }

    private static Optional<JsonNode> elements(JsonNode list, List<String> subs) {
        var answer = JsonNodeFactory.instance.arrayNode();
        for (var element : list) {
            parts(element, subs).ifPresent(answer::add);
        }
        return answer.isEmpty() ? Optional.empty() : Optional.of(answer);
    }

    private static Optional<JsonNode> parts(JsonNode complex, List<String> subs) {
        var answer = JsonNodeFactory.instance.objectNode();
        for (var sub : subs) {
            var value = complex.get(sub);
            if (value != null) {
                answer.set(sub, value);
            }
        }
        return answer.isEmpty() ? Optional.empty() : Optional.of(answer);
    }

    private boolean wants(@Nullable Schema extension, Attribute attribute) {
        return switch (attribute.returned()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case REQUEST -> wanted != null && wanted.names(new AttributePath(extension, attribute, null));
            case DEFAULT -> wantsByDefault(extension, attribute);
        };
    }

    private boolean wantsByDefault(@Nullable Schema extension, Attribute attribute) {
        var path = new AttributePath(extension, attribute, null);
        if (wanted == null) {
            return !excluded.contains(path);
        }
        return wanted.contains(path) || wanted.names(path);
    }

    /** Of an attribute that is in the answer. */
    private boolean wants(@Nullable Schema extension, Attribute attribute, Attribute sub) {
        var path = new AttributePath(extension, attribute, sub);
        return switch (sub.returned()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case REQUEST -> wanted != null && wanted.names(path);
            case DEFAULT -> wanted == null ? !excluded.names(path) : wantsPart(wanted, path);
        };
    }

    private static boolean wantsPart(Selection wanted, AttributePath path) {
        var whole = new AttributePath(path.extension(), path.attribute(), null);
        return wanted.contains(whole)
                || wanted.names(path)
                // A common attribute that is always returned need not be named.
                || (!wanted.names(whole) && path.attribute().returned() == Returned.ALWAYS);
    }
}

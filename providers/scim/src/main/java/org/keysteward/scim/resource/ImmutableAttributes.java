package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.Mutability;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/**
 * That immutable attributes keep the value they once got (RFC 7643, section 2.2). Elements of a multi-valued attribute
 * come and go; what is immutable inside them cannot be told apart from that here.
 */
final class ImmutableAttributes {
    private final ResourceType type;

    ImmutableAttributes(ResourceType type) {
        this.type = type;
    }

    /** Asks that none changed or went. */
    void requireKept(ObjectNode before, ObjectNode after) throws ScimException {
        requireKept(before, after, type.schema().attributes());
        for (var extension : type.extensions()) {
            var urn = extension.schema().id();
            requireKept(before.path(urn), after.path(urn), extension.schema().attributes());
        }
    }

    /** Gives a replacement what it did not mention, and asks that it does not contradict. */
    void keep(ObjectNode before, ObjectNode replacement) throws ScimException {
        keep(before, replacement, type.schema().attributes());
        for (var extension : type.extensions()) {
            var urn = extension.schema().id();
            var had = before.path(urn);
            if (extension.schema().attributes().stream().anyMatch(one -> isImmutable(one) && had.has(one.name()))) {
                keep(
                        had,
                        replacement.withObject(jsonPointer(urn)),
                        extension.schema().attributes());
            }
        }
        requireKept(before, replacement);
    }

    private static void keep(JsonNode before, ObjectNode replacement, List<Attribute> attributes) {
        for (var attribute : attributes) {
            var value = before.get(attribute.name());
            if (isImmutable(attribute) && value != null && !replacement.has(attribute.name())) {
                replacement.set(attribute.name(), value.deepCopy());
            }
        }
    }

    private static void requireKept(JsonNode before, JsonNode after, List<Attribute> attributes) throws ScimException {
        for (var attribute : attributes) {
            var value = before.path(attribute.name());
            if (Unassigned.is(value)) {
                continue;
            }
            if (isImmutable(attribute) && !SameValue.of(attribute, value, after.path(attribute.name()))) {
                throw ScimException.of(ScimType.MUTABILITY, attribute.name() + " is immutable and has a value already");
            }
            if (attribute.isComplex() && !attribute.multiValued()) {
                requireKept(value, after.path(attribute.name()), attribute.subAttributes());
            }
        }
    }

    private static boolean isImmutable(Attribute attribute) {
        return attribute.mutability() == Mutability.IMMUTABLE;
    }

    private static String jsonPointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}

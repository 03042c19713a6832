package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.Mutability;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/**
 * Brings values into the shape that an attribute has: lists, complex values with the names of the schema, and {@link
 * SimpleValue simple ones}. Read-only parts and empty ones are left out. Beyond the RFC, a single value is taken for a
 * list of one, a list of one for a complex value, and a bare one for its {@code value} (Entra ID).
 */
final class ValueReader {
    static final int MAX_ELEMENTS = 1_000;

    private static final String VALUE = "value";
    private static final String PRIMARY = "primary";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final UnknownAttributes unknown;

    ValueReader(UnknownAttributes unknown) {
        this.unknown = unknown;
    }

    /** Empty where the value is as good as none. */
    Optional<JsonNode> read(Attribute attribute, JsonNode sent, String where) throws ScimException {
        return attribute.multiValued()
                ? list(attribute, sent, where, MAX_ELEMENTS).map(array -> array)
                : element(attribute, sent, where);
    }

    /** All values of a multi-valued attribute. */
    Optional<ArrayNode> list(Attribute attribute, JsonNode sent, String where, int maxElements) throws ScimException {
        if (Unassigned.is(sent)) {
            return Optional.empty();
        }
        var list = NODES.arrayNode();
        if (sent.isArray()) {
            requireFew(attribute, sent.size(), maxElements);
            for (var one : sent) {
                element(attribute, one, where).ifPresent(list::add);
            }
        } else {
            element(attribute, sent, where).ifPresent(list::add);
        }
        requireOnePrimary(attribute, list);
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    /** One value: of a multi-valued attribute, one of its elements. */
    Optional<JsonNode> element(Attribute attribute, JsonNode sent, String where) throws ScimException {
        if (Unassigned.is(attribute, sent)) {
            return Optional.empty();
        }
        if (!attribute.isComplex()) {
            return Optional.of(SimpleValue.read(attribute, sent));
        }
        var element = NODES.objectNode();
        for (var part : parts(attribute, sent, where).properties()) {
            if (!part.getValue().isNull()) {
                element.set(part.getKey(), part.getValue());
            }
        }
        return element.isEmpty() ? Optional.empty() : Optional.of(element);
    }

    /** The sub-attributes that a complex value has; null for those that it says to be empty. */
    ObjectNode parts(Attribute attribute, JsonNode sent, String where) throws ScimException {
        var parts = NODES.objectNode();
        for (var member : object(attribute, sent).properties()) {
            var sub = attribute.subAttribute(member.getKey()).orElse(null);
            if (sub == null) {
                unknown.add(where, member.getKey());
            } else if (sub.mutability() != Mutability.READ_ONLY) {
                put(parts, attribute, sub, member, where);
            }
        }
        return parts;
    }

    private void put(
            ObjectNode parts, Attribute attribute, Attribute sub, Map.Entry<String, JsonNode> member, String where)
            throws ScimException {
        if (parts.has(sub.name())) {
            throw Members.twice(attribute.name() + "." + sub.name());
        }
        var value = read(sub, member.getValue(), where + "/" + sub.name());
        parts.set(sub.name(), value.orElseGet(NODES::nullNode));
    }

    private static ObjectNode object(Attribute attribute, JsonNode sent) throws ScimException {
        if (sent instanceof ObjectNode object) {
            return object;
        }
        if (sent.isArray()
                && sent.size() == 1
                && !attribute.multiValued()
                && !sent.get(0).isArray()) {
            return Unassigned.is(attribute, sent.get(0)) ? NODES.objectNode() : object(attribute, sent.get(0));
        }
        if (sent.isValueNode() && attribute.subAttribute(VALUE).isPresent()) {
            var bare = NODES.objectNode();
            bare.set(VALUE, sent);
            return bare;
        }
        throw ScimException.of(ScimType.INVALID_VALUE, attribute.name() + " has to be an object");
    }

    static void requireFew(Attribute attribute, int elements, int maxElements) throws ScimException {
        if (elements > maxElements) {
            throw ScimException.of(
                    ScimType.INVALID_VALUE,
                    attribute.name() + " has " + elements + " values; at most " + maxElements + " are allowed");
        }
    }

    /** At most one element is the primary one (RFC 7643, section 2.4). */
    static void requireOnePrimary(Attribute attribute, Iterable<JsonNode> elements) throws ScimException {
        var primaries = 0;
        for (var element : elements) {
            if (isPrimary(element)) {
                primaries++;
            }
        }
        if (primaries > 1) {
            throw ScimException.of(
                    ScimType.INVALID_VALUE, attribute.name() + " has more than one value with primary true");
        }
    }

    static boolean isPrimary(JsonNode element) {
        return element.path(PRIMARY).isBoolean() && element.path(PRIMARY).booleanValue();
    }
}

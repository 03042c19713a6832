package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.Mutability;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/** That required attributes have values: of the type's schema, and of extensions and complex values that are there. */
final class RequiredAttributes {
    private final ResourceType type;

    RequiredAttributes(ResourceType type) {
        this.type = type;
    }

    /** Asks for all of them. */
    void require(ObjectNode resource) throws ScimException {
        require(resource, type.schema().attributes(), "");
        for (var extension : type.extensions()) {
            var urn = extension.schema().id();
            if (resource.get(urn) instanceof ObjectNode members) {
                require(members, extension.schema().attributes(), urn + ":");
            } else if (extension.required()) {
                throw missing(urn);
            }
        }
    }

    /**
     * Asks that none was taken away: {@code mutability} (RFC 7644, section 3.5.2.2). What was missing before may stay so:
     * not every caller has all of the resource.
     */
    void requireKept(ObjectNode before, ObjectNode after) throws ScimException {
        requireKept(before, after, type.schema().attributes(), "");
        for (var extension : type.extensions()) {
            var urn = extension.schema().id();
            if (after.get(urn) instanceof ObjectNode members) {
                requireKept(before.path(urn), members, extension.schema().attributes(), urn + ":");
            } else if (extension.required() && before.has(urn)) {
                throw takenAway(urn);
            }
        }
    }

    private static void require(ObjectNode members, List<Attribute> attributes, String prefix) throws ScimException {
        for (var attribute : attributes) {
            var value = members.path(attribute.name());
            if (isRequired(attribute) && isBlank(value)) {
                throw missing(prefix + attribute.name());
            }
            requireParts(value, attribute, prefix);
        }
    }

    private static void requireKept(JsonNode before, ObjectNode after, List<Attribute> attributes, String prefix)
            throws ScimException {
        for (var attribute : attributes) {
            var value = after.path(attribute.name());
            var gone = value.isMissingNode() && before.has(attribute.name());
            if (isRequired(attribute) && (gone || (!value.isMissingNode() && isBlank(value)))) {
                throw takenAway(prefix + attribute.name());
            }
            if (!value.equals(before.path(attribute.name()))) {
                requireParts(value, attribute, prefix);
            }
        }
    }

    private static void requireParts(JsonNode value, Attribute attribute, String prefix) throws ScimException {
        if (value instanceof ObjectNode object) {
            require(object, attribute.subAttributes(), prefix + attribute.name() + ".");
        } else if (attribute.isComplex()) {
            for (var element : value) {
                requireParts(element, attribute, prefix);
            }
        }
    }

    private static boolean isRequired(Attribute attribute) {
        return attribute.required() && attribute.mutability() != Mutability.READ_ONLY;
    }

    private static boolean isBlank(JsonNode value) {
        return Unassigned.is(value) || (value.isTextual() && value.textValue().isBlank());
    }

    private static ScimException takenAway(String name) {
        return ScimException.of(ScimType.MUTABILITY, name + " is required and cannot be without a value");
    }

    private static ScimException missing(String name) {
        return ScimException.of(ScimType.INVALID_VALUE, name + " is required and has to have a value");
    }
}

package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.resource.PatchRequest.Kind;

/** Members of an object, set and taken away. */
final class Parts {
    private Parts() {}

    /** Null takes it away. */
    static void set(ObjectNode object, Attribute attribute, @Nullable JsonNode value) {
        if (value == null) {
            object.remove(attribute.name());
        } else {
            object.set(attribute.name(), value);
        }
    }

    /**
     * Others stay as they are (RFC 7644, section 3.5.2.3).
     *
     * @param parts as {@link ValueReader#parts} makes them: null takes away, unless something is to be added
     */
    static void merge(ObjectNode object, ObjectNode parts, Kind kind) {
        for (var part : parts.properties()) {
            if (!part.getValue().isNull()) {
                object.set(part.getKey(), part.getValue());
            } else if (kind == Kind.REPLACE) {
                object.remove(part.getKey());
            }
        }
    }
}

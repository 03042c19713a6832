package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import org.keysteward.scim.Attribute;

/** Values that say that there is none: {@code null}, {@code []} (RFC 7643, section 2.5) and {@code {}}. */
final class Unassigned {
    private Unassigned() {}

    /** Of a complex attribute also an empty text: Entra ID clears a manager so. */
    static boolean is(Attribute attribute, JsonNode value) {
        return is(value)
                || (attribute.isComplex()
                        && value.isTextual()
                        && value.textValue().isEmpty());
    }

    static boolean is(JsonNode value) {
        return value.isNull() || value.isMissingNode() || (value.isContainerNode() && value.isEmpty());
    }
}

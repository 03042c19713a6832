package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.keysteward.scim.Attribute;

/** Whether two values are the same, whatever Java type a number has. */
final class SameValue {
    // Jackson asks it for values that are not containers, and only whether they are equal.
    private static final Comparator<JsonNode> SCALARS = SameValue::compareScalars;

    private SameValue() {}

    /** In the case that the attribute asks for, also in its sub-attributes. */
    static boolean of(Attribute attribute, JsonNode one, JsonNode other) {
        if (one.isArray()) {
            return lists(attribute, one, other);
        }
        if (!attribute.isComplex()) {
            return scalars(attribute, one, other);
        }
        return one.size() == other.size()
                && attribute.subAttributes().stream()
                        .allMatch(sub -> sameOrNone(sub, one.path(sub.name()), other.path(sub.name())));
    }

    /** Exactly. */
    static boolean of(JsonNode one, JsonNode other) {
        return one.equals(SCALARS, other);
    }

    private static boolean lists(Attribute attribute, JsonNode one, JsonNode other) {
        return other.isArray()
                && one.size() == other.size()
                && IntStream.range(0, one.size()).allMatch(i -> of(attribute, one.get(i), other.get(i)));
    }

    private static boolean sameOrNone(Attribute attribute, JsonNode one, JsonNode other) {
        return one.isMissingNode() ? other.isMissingNode() : of(attribute, one, other);
    }

    private static boolean scalars(Attribute attribute, JsonNode one, JsonNode other) {
        if (!attribute.caseExact() && one.isTextual() && other.isTextual()) {
            return one.textValue().equalsIgnoreCase(other.textValue());
        }
        return of(one, other);
    }

    private static int compareScalars(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}

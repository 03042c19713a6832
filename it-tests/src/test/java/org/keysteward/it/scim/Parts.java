package org.keysteward.it.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares JSON with what is expected of it: an object may have more members than those expected, null stands for a member
 * that is not there, a list has neither more nor fewer elements, in any order, and a text that begins with a tilde is a
 * regular expression.
 */
final class Parts {
    private static final String PATTERN = "~";

    private Parts() {}

    /** Where the first difference is, and what it is; empty where all is as expected. */
    static Optional<String> difference(JsonNode expected, JsonNode actual) {
        return difference("", expected, actual);
    }

    private static Optional<String> difference(String at, JsonNode expected, JsonNode actual) {
        if (expected.isNull()) {
            return actual.isMissingNode() ? Optional.empty() : different(at, "nothing", actual);
        }
        if (expected.isObject()) {
            return expected.properties().stream()
                    .map(member ->
                            difference(at + "/" + member.getKey(), member.getValue(), actual.path(member.getKey())))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (expected.isArray()) {
            return actual.isArray() && isSame(expected, actual) ? Optional.empty() : different(at, expected, actual);
        }
        boolean same = expected.asText().startsWith(PATTERN)
                ? actual.isTextual()
                        && actual.textValue().matches(expected.asText().substring(1))
                : expected.equals(actual);
        return same ? Optional.empty() : different(at, expected, actual);
    }

    private static boolean isSame(JsonNode expected, JsonNode actual) {
        List<JsonNode> left = new ArrayList<>();
        actual.forEach(left::add);
        for (JsonNode one : expected) {
            Optional<JsonNode> found = left.stream()
                    .filter(candidate -> difference(one, candidate).isEmpty())
                    .findFirst();
            if (found.isEmpty()) {
                return false;
            }
            left.remove(found.get());
        }
        return left.isEmpty();
    }

    private static Optional<String> different(String at, Object expected, JsonNode actual) {
        return Optional.of(at + ": expected " + expected + ", was " + (actual.isMissingNode() ? "nothing" : actual));
    }
}

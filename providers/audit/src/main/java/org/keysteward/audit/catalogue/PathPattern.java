package org.keysteward.audit.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path with {@code *} for any one segment, and <code>{name}</code> for one that is wanted. */
record PathPattern(List<String> segments) {
    static PathPattern of(String text) {
        return new PathPattern(List.of(text.split("/", -1)));
    }

    boolean matches(String path) {
        return match(path).isPresent();
    }

    Optional<Map<String, String>> match(String path) {
        var parts = path.split("/", -1);
        if (parts.length != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            var segment = segments.get(i);
            if (segment.startsWith("{")) {
                found.put(segment.substring(1, segment.length() - 1), parts[i]);
            } else if (!segment.equals("*") && !segment.equals(parts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    /** How many segments are given: of two patterns that match, the one with more says more. */
    long literals() {
        return segments.stream()
                .filter(segment -> !segment.equals("*") && !segment.startsWith("{"))
                .count();
    }
}

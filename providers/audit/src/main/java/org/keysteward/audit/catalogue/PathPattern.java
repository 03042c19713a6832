package org.keysteward.audit.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with {@code *} for any one segment and {@code **} for one or more, at most once; <code>{name}</code> and <code>
 * {name+}</code> are the same for those that are wanted. Keycloak writes names into paths as they are, and a role may be
 * called {@code a/b}.
 */
record PathPattern(List<String> segments) {
    static PathPattern of(String text) {
        return new PathPattern(List.of(text.split("/", -1)));
    }

    boolean matches(String path) {
        return match(path).isPresent();
    }

    Optional<Map<String, String>> match(String path) {
        var parts = parts(path);
        if (parts.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            var segment = segments.get(i);
            if (segment.startsWith("{")) {
                found.put(segment.replaceAll("[{+}]", ""), parts.get(i));
            } else if (!segment.startsWith("*") && !segment.equals(parts.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    /** How many segments are given: of two patterns that match, the one with more says more. */
    long literals() {
        return segments.stream().filter(PathPattern::isLiteral).count();
    }

    /** The segments of a path, with those that stand for one of ours joined. */
    private List<String> parts(String path) {
        var parts = Arrays.asList(path.split("/", -1));
        int surplus = parts.size() - segments.size();
        for (int i = 0; i < segments.size() && surplus > 0; i++) {
            if (isMany(segments.get(i))) {
                var joined = new ArrayList<>(parts.subList(0, i));
                joined.add(String.join("/", parts.subList(i, i + surplus + 1)));
                joined.addAll(parts.subList(i + surplus + 1, parts.size()));
                return joined;
            }
        }
        return parts;
    }

    private static boolean isLiteral(String segment) {
        return !segment.startsWith("*") && !segment.startsWith("{");
    }

    private static boolean isMany(String segment) {
        return segment.equals("**") || segment.endsWith("+}");
    }
}

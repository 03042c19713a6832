package org.keysteward.roles;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where in a tenant an assignment holds: there and below.
 *
 * @param text up to 10 segments with slashes between them, as in {@code workspace/emea}; empty for the whole tenant
 */
public record AssignmentPath(String text) implements Comparable<AssignmentPath> {
    public static final AssignmentPath WHOLE_TENANT = new AssignmentPath("");

    private static final String SEGMENT = "[A-Za-z0-9._~-]{1,64}";
    private static final Pattern FORM = Pattern.compile(SEGMENT + "(/" + SEGMENT + "){0,9}");

    /** @throws IllegalArgumentException where {@link #fault} finds one */
    public AssignmentPath {
        fault(text).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
    }

    public static AssignmentPath of(String text) {
        return text.isEmpty() ? WHOLE_TENANT : new AssignmentPath(text);
    }

    /** Why this is no path, for people; empty where it is one. */
    public static Optional<String> fault(String text) {
        return text.isEmpty() || FORM.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("A path has up to 10 segments of 1 to 64 letters, digits, dots, hyphens, underscores and"
                        + " tildes, with slashes between them: workspace/emea");
    }

    public boolean wholeTenant() {
        return text.isEmpty();
    }

    /** Whether the other path is this one or below it. Allocates nothing. */
    public boolean covers(AssignmentPath other) {
        var length = text.length();
        if (length == 0) {
            return true;
        }
        return other.text.startsWith(text) && (other.text.length() == length || other.text.charAt(length) == '/');
    }

    @Override
    public int compareTo(AssignmentPath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}

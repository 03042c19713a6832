package org.keysteward.roles;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a role gives: one permission by its key, everything that begins alike ({@code journeys.*}), or everything
 * ({@code *}).
 *
 * @param text a dotted key of 2 to 6 lower-case segments, of which the last may be an asterisk, or an asterisk alone
 */
public record Grant(String text) implements Comparable<Grant> {
    /** Whatever a tenant's roles can give. */
    public static final Grant EVERYTHING = new Grant("*");

    /** In characters. */
    public static final int MAX_LENGTH = 200;

    private static final String SEGMENT = "[a-z][a-z0-9-]*";
    private static final Pattern KEY = Pattern.compile(SEGMENT + "(\\." + SEGMENT + "){1,5}");
    private static final Pattern BEGINNING = Pattern.compile(SEGMENT + "(\\." + SEGMENT + "){0,4}\\.\\*");

    /** @throws IllegalArgumentException where {@link #fault} finds one */
    public Grant {
        fault(text).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
    }

    /** Why this is no grant, for people; empty where it is one. */
    public static Optional<String> fault(String text) {
        if (text.equals("*")) {
            return Optional.empty();
        }
        var asterisk = text.indexOf('*');
        if (asterisk >= 0 && asterisk < text.length() - 1) {
            return Optional.of("An asterisk stands at the end only, for everything that begins alike.");
        }
        if (asterisk >= 0) {
            return text.length() <= MAX_LENGTH && BEGINNING.matcher(text).matches()
                    ? Optional.empty()
                    : Optional.of("Before the asterisk there are 1 to 5 lower-case segments, each with a dot behind it:"
                            + " journeys.*");
        }
        return keyFault(text);
    }

    /** Why this is no permission's key, for people; empty where it is one. */
    public static Optional<String> keyFault(String text) {
        return text.length() <= MAX_LENGTH && KEY.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("A permission's key has 2 to 6 segments of lower-case letters, digits and hyphens, with"
                        + " dots between them, and at most " + MAX_LENGTH + " characters: journeys.publish");
    }

    /** Whether it gives more than the one permission that it names. */
    public boolean wildcard() {
        return text.endsWith("*");
    }

    /** Whether it gives the permission. Allocates nothing. */
    public boolean matches(String permission) {
        if (!wildcard()) {
            return text.equals(permission);
        }
        var beginning = text.length() - 1;
        return permission.length() > beginning && permission.regionMatches(0, text, 0, beginning);
    }

    /** Whether it gives all that the other one gives, also what has not been registered yet. */
    public boolean covers(Grant other) {
        return matches(other.text) || (wildcard() && other.text.startsWith(text.substring(0, text.length() - 1)));
    }

    /** Whether one of these does. */
    public static boolean covered(Grant grant, Collection<Grant> by) {
        return by.stream().anyMatch(one -> one.covers(grant));
    }

    @Override
    public int compareTo(Grant other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}

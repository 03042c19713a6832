package org.keysteward.audit.query;

import java.util.Optional;
import org.keysteward.audit.people.BlindIndex;

/**
 * The name of a person, or what it begins with, as names are compared.
 *
 * @param text without case and without the space around it
 */
public record NamePattern(String text, boolean prefix) {
    private static final int MAX_LENGTH = 255;
    private static final String ANY = "*";

    /** {@code alice} is everybody of that name, {@code al*} whoever is called so at the beginning; empty for anything else. */
    public static Optional<NamePattern> of(String asked) {
        if (asked.length() > MAX_LENGTH || asked.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        var prefix = asked.endsWith(ANY);
        var text = BlindIndex.normal(prefix ? asked.substring(0, asked.length() - ANY.length()) : asked);
        var shortest = prefix ? BlindIndex.SHORTEST_PREFIX : 1;
        return characters(text) < shortest ? Optional.empty() : Optional.of(new NamePattern(text, prefix));
    }

    /** Whether the index says less than was asked for, so that names that it finds are to be compared. */
    public boolean isLongerThanIndexed() {
        return prefix && characters(text) > BlindIndex.LONGEST_PREFIX;
    }

    public boolean matches(String name) {
        var normal = BlindIndex.normal(name);
        return prefix ? normal.startsWith(text) : normal.equals(text);
    }

    @Override
    public String toString() {
        return prefix ? text + ANY : text;
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}

package org.keysteward.audit.query;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One action, or all whose key begins alike.
 *
 * @param text the key, or what keys begin with
 */
public record ActionPattern(String text, boolean prefix) {
    private static final int MAX_LENGTH = 100;
    private static final Pattern KEY = Pattern.compile("[a-z_]+(\\.[a-z_]+)+");
    private static final Pattern BEGINNING = Pattern.compile("[a-z_]+(\\.[a-z_]+)*\\.?");
    private static final String ANY = "*";

    /**
     * {@code user.signed_in} is that action; {@code user}, {@code user.} and {@code user.*} are all of {@code user}, and
     * {@code user.sign*} those that begin like that. Empty for anything else.
     */
    public static Optional<ActionPattern> of(String asked) {
        if (asked.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (KEY.matcher(asked).matches()) {
            return Optional.of(new ActionPattern(asked, false));
        }
        var wild = asked.endsWith(ANY);
        var beginning = wild ? asked.substring(0, asked.length() - ANY.length()) : asked;
        if (!BEGINNING.matcher(beginning).matches()) {
            return Optional.empty();
        }
        // No action is a single word, so a word alone can only mean what belongs to it.
        var word = !wild && beginning.indexOf('.') < 0;
        return Optional.of(new ActionPattern(word ? beginning + "." : beginning, true));
    }

    public boolean matches(String action) {
        return prefix ? action.startsWith(text) : action.equals(text);
    }

    @Override
    public String toString() {
        return prefix ? text + ANY : text;
    }
}

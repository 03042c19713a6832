package org.keysteward.scim.filter;

/**
 * A piece of a filter or path.
 *
 * @param text of a text the value itself, without quotes and escapes
 * @param position of its first character, counted from 1
 * @param spaced whether a space is before it
 */
record Token(Kind kind, String text, int position, boolean spaced) {
    enum Kind {
        /** A name, an operator, a number, or true, false and null. */
        WORD,
        /** In double quotes. */
        TEXT,
        OPEN_PARENTHESIS,
        CLOSE_PARENTHESIS,
        OPEN_BRACKET,
        CLOSE_BRACKET,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** In any case. */
    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** A dot and a name, right behind a bracket. */
    boolean isBehindBracket() {
        return kind == Kind.WORD && !spaced && text.startsWith(".");
    }

    Token withoutDot() {
        return new Token(kind, text.substring(1), position + 1, spaced);
    }

    /** Fit for a sentence, however long it is. */
    String quoted() {
        return "\"" + (text.length() <= 100 ? text : text.substring(0, 100) + "…") + "\"";
    }
}

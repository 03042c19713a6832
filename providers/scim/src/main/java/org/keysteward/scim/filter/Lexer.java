package org.keysteward.scim.filter;

import org.jspecify.annotations.Nullable;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.filter.Token.Kind;

/** Takes a filter or path apart, one token ahead; it looks at each character once. */
final class Lexer {
    static final int MAX_LENGTH = 10_000;

    private final String text;
    private final Refusal refusal;
    private int offset;
    private @Nullable Token ahead;

    Lexer(String text, Refusal refusal) throws ScimException {
        if (text.length() > MAX_LENGTH) {
            throw refusal.at(MAX_LENGTH + 1, "More than " + MAX_LENGTH + " characters are not taken");
        }
        this.text = text;
        this.refusal = refusal;
    }

    /** The next one, which stays. */
    Token peek() throws ScimException {
        if (ahead == null) {
            ahead = read();
        }
        return ahead;
    }

    Token next() throws ScimException {
        var token = peek();
        ahead = null;
        return token;
    }

    /** The next one if it is of the kind; a refusal with the sentence if it is not. */
    Token next(Kind kind, String expected) throws ScimException {
        if (!peek().is(kind)) {
            throw refusal.at(peek(), expected);
        }
        return next();
    }

    private Token read() throws ScimException {
        var before = offset;
        while (offset < text.length() && text.charAt(offset) == ' ') {
            offset++;
        }
        var spaced = offset > before;
        var position = offset + 1;
        if (offset == text.length()) {
            return new Token(Kind.END, "", position, spaced);
        }
        return switch (text.charAt(offset)) {
            case '(' -> sign(Kind.OPEN_PARENTHESIS, spaced);
            case ')' -> sign(Kind.CLOSE_PARENTHESIS, spaced);
            case '[' -> sign(Kind.OPEN_BRACKET, spaced);
            case ']' -> sign(Kind.CLOSE_BRACKET, spaced);
            case '"' -> new Token(Kind.TEXT, quoted(), position, spaced);
            default -> new Token(Kind.WORD, word(), position, spaced);
        };
    }

    private Token sign(Kind kind, boolean spaced) {
        offset++;
        return new Token(kind, text.substring(offset - 1, offset), offset, spaced);
    }

    private String word() throws ScimException {
        var start = offset;
        while (offset < text.length() && " ()[]\"".indexOf(text.charAt(offset)) < 0) {
            requirePlain(text.charAt(offset));
            offset++;
        }
        return text.substring(start, offset);
    }

    /** Names, operators and numbers are ASCII; and what is refused here is quoted in no answer. */
    private void requirePlain(char character) throws ScimException {
        if (character <= ' ' || character > '~') {
            throw refusal.at(offset + 1, "This character can only be in a text in double quotes");
        }
    }

    /** A string of JSON (RFC 8259, section 7). */
    private String quoted() throws ScimException {
        var start = offset;
        var value = new StringBuilder();
        offset++;
        while (offset < text.length() && text.charAt(offset) != '"') {
            value.append(character());
        }
        if (offset == text.length()) {
            throw refusal.at(start + 1, "The double quote that ends this text is missing");
        }
        offset++;
        requireStorable(value, start + 1);
        return value.toString();
    }

    private char character() throws ScimException {
        var character = text.charAt(offset);
        if (character < ' ') {
            throw refusal.at(offset + 1, "This control character is written with a backslash");
        }
        offset++;
        return character == '\\' ? escaped() : character;
    }

    private char escaped() throws ScimException {
        var position = offset;
        var character = offset < text.length() ? text.charAt(offset++) : ' ';
        return switch (character) {
            case '"', '\\', '/' -> character;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal(position);
            default -> throw refusal.at(position, "JSON has no such escape");
        };
    }

    private char hexadecimal(int position) throws ScimException {
        var value = 0;
        for (var end = offset + 4; offset < end; offset++) {
            var digit = offset < text.length() ? digit(text.charAt(offset)) : -1;
            if (digit < 0) {
                throw refusal.at(position, "Four hexadecimal digits are expected behind \\u");
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    /** Of ASCII only, unlike {@link Character#digit}. */
    private static int digit(char character) {
        return character < 128 ? Character.digit(character, 16) : -1;
    }

    /** What no database stores as text equals no value, and makes statements fail. */
    private void requireStorable(StringBuilder value, int position) throws ScimException {
        var storable = value.codePoints().allMatch(point -> point != 0 && (point < 0xD800 || point > 0xDFFF));
        if (!storable) {
            throw refusal.at(position, "This text has half a surrogate pair or the character U+0000");
        }
    }
}

package org.keysteward.scim.filter;

import java.util.Optional;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.AttributeType;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.filter.Token.Kind;

/**
 * Reads what an attribute is compared with, as the attribute's type has it (RFC 7643, section 2.3).
 *
 * @param path to something that is not complex
 */
record Literals(AttributePath path, Refusal refusal) {
    void requireComparable(Operator operator, Token word) throws ScimException {
        if (!isComparable(operator)) {
            throw refusal.at(word, "Values of the type " + type().scimName() + " are not compared with " + operator);
        }
    }

    private boolean isComparable(Operator operator) {
        return switch (type()) {
            case STRING, REFERENCE -> true;
            case BINARY -> !operator.isOrdering();
            case DECIMAL, INTEGER, DATE_TIME -> !operator.isPartial();
            case BOOLEAN -> !operator.isOrdering() && !operator.isPartial();
            case COMPLEX -> false;
        };
    }

    Literal read(Operator operator, Token value) throws ScimException {
        // Unlike operators, the words of JSON have no case.
        if (value.is(Kind.WORD) && value.text().equals("null")) {
            return nothing(operator, value);
        }
        var expected = expected();
        return literal(value).orElseThrow(() -> refusal.at(value, path + " is compared with " + expected));
    }

    private Literal nothing(Operator operator, Token value) throws ScimException {
        if (operator != Operator.EQ && operator != Operator.NE) {
            throw refusal.at(value, "Only eq and ne compare with null");
        }
        return new Literal.Null();
    }

    private Optional<? extends Literal> literal(Token value) {
        var text = value.text();
        var quoted = value.is(Kind.TEXT);
        return switch (type()) {
            case STRING, REFERENCE, BINARY -> quoted ? Optional.of(new Literal.Text(text)) : Optional.empty();
            // Entra ID sends "True".
            case BOOLEAN -> quoted || isTruth(text) ? Literal.Truth.of(text) : Optional.empty();
            case DECIMAL, INTEGER -> quoted ? Optional.empty() : Literal.Number.of(text);
            case DATE_TIME -> quoted ? Literal.Time.of(text) : Optional.empty();
            case COMPLEX -> Optional.empty();
        };
    }

    private static boolean isTruth(String word) {
        return word.equals("true") || word.equals("false");
    }

    private String expected() {
        return switch (type()) {
            case STRING, REFERENCE, BINARY, COMPLEX -> "a text in double quotes";
            case BOOLEAN -> "true or false";
            case DECIMAL, INTEGER -> "a number, of at most 40 characters and with at most two digits of exponent";
            case DATE_TIME -> "a date and time with its offset in double quotes, such as \"2026-01-31T09:30:00Z\"";
        };
    }

    private AttributeType type() {
        return path.leaf().type();
    }
}

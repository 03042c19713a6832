package org.keysteward.scim.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.AttributeType;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/**
 * Values of a type as the texts that a user profile has. What somebody types in the console may be of no type: it is no
 * value then, for whoever reads and for whoever looks for it. INVARIANT: the database, which compares these texts, takes
 * the same ones for values.
 */
public final class ProfileValue {
    /** Of a number, with its sign and point: what the database can count with. */
    public static final int MAX_NUMBER_LENGTH = 60;

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    // In UTC alone, and so in the order of their letters.
    private static final Pattern DATE_TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.([0-9]{3}|[0-9]{6}|[0-9]{9}))?Z");

    private ProfileValue() {}

    /** Empty for a text that is none of the type's values. */
    static Optional<JsonNode> read(AttributeType type, String text) {
        return switch (type) {
            case STRING, REFERENCE -> text.isBlank() ? Optional.empty() : Optional.of(TextNode.valueOf(text));
            case BOOLEAN -> truth(text);
            case INTEGER ->
                isNumber(INTEGER, text) ? Optional.of(BigIntegerNode.valueOf(new BigInteger(text))) : Optional.empty();
            case DECIMAL ->
                isNumber(DECIMAL, text) ? Optional.of(DecimalNode.valueOf(new BigDecimal(text))) : Optional.empty();
            case DATE_TIME -> isDateTime(text) ? Optional.of(TextNode.valueOf(text)) : Optional.empty();
            case BINARY, COMPLEX -> Optional.empty();
        };
    }

    /**
     * Empty for what is no value.
     *
     * @param value of the attribute's type
     */
    static Optional<String> text(AttributePath path, JsonNode value) throws ScimException {
        if (value.isNull() || value.isMissingNode()) {
            return Optional.empty();
        }
        var type = path.leaf().type();
        var text = switch (type) {
            case DECIMAL, INTEGER -> value.decimalValue().toPlainString();
            case DATE_TIME -> utc(value.asText());
            case STRING, REFERENCE, BOOLEAN, BINARY, COMPLEX -> value.asText();
        };
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (read(type, text).isEmpty()) {
            throw ScimException.of(
                    ScimType.INVALID_VALUE, path + " has a value that the user profile of the realm cannot keep");
        }
        return Optional.of(text);
    }

    private static Optional<JsonNode> truth(String text) {
        var isTrue = text.equalsIgnoreCase("true");
        return isTrue || text.equalsIgnoreCase("false") ? Optional.of(BooleanNode.valueOf(isTrue)) : Optional.empty();
    }

    private static boolean isNumber(Pattern pattern, String text) {
        return text.length() <= MAX_NUMBER_LENGTH && pattern.matcher(text).matches();
    }

    private static boolean isDateTime(String text) {
        try {
            return DATE_TIME.matcher(text).matches()
                    && OffsetDateTime.parse(text).getOffset().equals(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Without a fraction, or with one of three, six or nine digits. */
    private static String utc(String text) {
        return OffsetDateTime.parse(text).toInstant().toString();
    }

    /** As the profile has it, for comparing. */
    public static String of(Instant time) {
        return time.toString();
    }
}

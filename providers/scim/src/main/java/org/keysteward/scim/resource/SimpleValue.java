package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.regex.Pattern;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.AttributeType;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/** Values that are not complex, by the type of their attribute (RFC 7643, section 2.3). */
final class SimpleValue {
    static final int MAX_TEXT_LENGTH = 16_384;
    /** Certificates, and photographs as {@code data:} URIs. */
    static final int MAX_CONTENT_LENGTH = 1_000_000;

    private static final int MAX_INTEGER_DIGITS = 29;
    private static final int MAX_SCALE = 100;
    // An xsd:dateTime has a date and a time, and may lack the offset: then it is read as UTC.
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?)(Z|[+-]\\d\\d:\\d\\d)?");

    private SimpleValue() {}

    /** The value in the attribute's type; else {@code invalidValue}. */
    static JsonNode read(Attribute attribute, JsonNode sent) throws ScimException {
        return switch (attribute.type()) {
            case STRING, REFERENCE -> text(attribute, sent);
            case BOOLEAN -> truth(attribute, sent);
            case DECIMAL, INTEGER -> number(attribute, sent);
            case DATE_TIME -> dateTime(attribute, sent);
            case BINARY -> binary(attribute, sent);
            case COMPLEX -> throw new IllegalArgumentException("Not simple: " + attribute.name());
        };
    }

    private static JsonNode text(Attribute attribute, JsonNode sent) throws ScimException {
        if (!sent.isTextual()) {
            throw invalid(attribute, "has to be a text");
        }
        if (sent.textValue().length() > maxLength(attribute)) {
            throw invalid(attribute, "is longer than " + maxLength(attribute) + " characters");
        }
        return sent;
    }

    private static int maxLength(Attribute attribute) {
        var isContent = attribute.type() == AttributeType.BINARY
                || (attribute.type() == AttributeType.REFERENCE
                        && attribute.referenceTypes().contains("external"));
        return isContent ? MAX_CONTENT_LENGTH : MAX_TEXT_LENGTH;
    }

    // Entra ID sends "True" and "False".
    private static JsonNode truth(Attribute attribute, JsonNode sent) throws ScimException {
        if (sent.isBoolean()) {
            return sent;
        }
        if (sent.isTextual() && sent.textValue().equalsIgnoreCase("true")) {
            return BooleanNode.TRUE;
        }
        if (sent.isTextual() && sent.textValue().equalsIgnoreCase("false")) {
            return BooleanNode.FALSE;
        }
        throw invalid(attribute, "has to be true or false");
    }

    private static JsonNode number(Attribute attribute, JsonNode sent) throws ScimException {
        if (!sent.isNumber() || isNotFinite(sent)) {
            throw invalid(attribute, "has to be a number");
        }
        if (attribute.type() == AttributeType.INTEGER && !sent.isIntegralNumber()) {
            throw invalid(attribute, "has to be an integer");
        }
        var value = sent.decimalValue();
        // The scale first: to write 1e999999999 in full would take all memory.
        if (Math.abs((long) value.scale()) > MAX_SCALE || integerDigits(value) > MAX_INTEGER_DIGITS) {
            throw invalid(attribute, "has more than " + MAX_INTEGER_DIGITS + " digits before the point");
        }
        return sent.isIntegralNumber() ? sent : DecimalNode.valueOf(value);
    }

    private static boolean isNotFinite(JsonNode sent) {
        return sent.isFloatingPointNumber() && !sent.isBigDecimal() && !Double.isFinite(sent.doubleValue());
    }

    private static long integerDigits(BigDecimal value) {
        return (long) value.precision() - value.scale();
    }

    private static JsonNode dateTime(Attribute attribute, JsonNode sent) throws ScimException {
        var matcher = DATE_TIME.matcher(text(attribute, sent).textValue());
        if (!matcher.matches()) {
            throw invalid(attribute, "has to be a date and time such as 2008-01-23T04:56:22Z");
        }
        try {
            var isLocal = matcher.group(3) == null;
            var text = isLocal ? matcher.group() + "Z" : matcher.group();
            return TextNode.valueOf(requireDateTime(text));
        } catch (DateTimeException e) {
            throw invalid(attribute, "is no date and time that there is");
        }
    }

    private static String requireDateTime(String text) {
        OffsetDateTime.parse(text);
        return text;
    }

    private static JsonNode binary(Attribute attribute, JsonNode sent) throws ScimException {
        var text = text(attribute, sent).textValue();
        if (!isBase64(text)) {
            throw invalid(attribute, "has to be base64");
        }
        return sent;
    }

    // Both alphabets of RFC 4648 are allowed (RFC 7643, section 2.3.6).
    private static boolean isBase64(String text) {
        var decoder = text.indexOf('-') >= 0 || text.indexOf('_') >= 0 ? Base64.getUrlDecoder() : Base64.getDecoder();
        try {
            return decoder.decode(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static ScimException invalid(Attribute attribute, String what) {
        return ScimException.of(ScimType.INVALID_VALUE, attribute.name() + " " + what);
    }
}

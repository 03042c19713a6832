package org.keysteward.audit.integrity;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Canonicalization Scheme (RFC 8785): one text for each value, so that its hash means the same to everybody.
 *
 * <p>Values are maps by text, iterables, texts, booleans, null, whole numbers as {@link Long} or {@link Integer}, and
 * others as {@link Double}. Numbers mean what they mean to JavaScript, which is a double: a whole number that a double
 * would change, such as 2<sup>53</sup> + 1, is refused.
 */
public final class CanonicalJson {
    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** @throws IllegalArgumentException for what has no canonical form: NaN, half of a surrogate pair, another type */
    public static byte[] bytes(@Nullable Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException for what has no canonical form */
    public static String text(@Nullable Object value) {
        var canonical = new CanonicalJson();
        canonical.append(value);
        return canonical.out.toString();
    }

    private void append(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String text) {
            appendText(text);
        } else if (value instanceof Map<?, ?> map) {
            appendObject(map);
        } else if (value instanceof Iterable<?> elements) {
            appendArray(elements);
        } else if (value instanceof Long || value instanceof Integer) {
            out.append(CanonicalNumber.of(((Number) value).longValue()));
        } else if (value instanceof Double number) {
            out.append(CanonicalNumber.of(number));
        } else {
            throw new IllegalArgumentException("No canonical JSON: " + value.getClass());
        }
    }

    private void appendObject(Map<?, ?> map) {
        // A text's own order is that of its UTF-16 code units, which section 3.2.3 asks for.
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw new IllegalArgumentException("A JSON member's name is a text");
            }
            sorted.put(text, value);
        });
        out.append('{');
        var separator = "";
        for (var member : sorted.entrySet()) {
            out.append(separator);
            appendText(member.getKey());
            out.append(':');
            append(member.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void appendArray(Iterable<?> elements) {
        out.append('[');
        var separator = "";
        for (var element : elements) {
            out.append(separator);
            append(element);
            separator = ",";
        }
        out.append(']');
    }

    /** Section 3.2.2.2. */
    private void appendText(String text) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                i = appendPair(text, i);
            } else if (unit < ' ' || unit == '"' || unit == '\\') {
                appendEscape(unit);
            } else {
                out.append(unit);
            }
        }
        out.append('"');
    }

    private int appendPair(String text, int high) {
        var low = high + 1;
        if (!Character.isHighSurrogate(text.charAt(high))
                || low == text.length()
                || !Character.isLowSurrogate(text.charAt(low))) {
            throw new IllegalArgumentException("A text holds half of a surrogate pair");
        }
        out.append(text, high, low + 1);
        return low;
    }

    private void appendEscape(char unit) {
        switch (unit) {
            case '"', '\\' -> out.append('\\').append(unit);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append(String.format("\\u%04x", (int) unit));
        }
    }
}

package org.keysteward.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * JSON values that every reader of a record reads alike (RFC 8785, RFC 7493): whatever somebody has typed anywhere, it
 * must not be able to keep a record from being sealed.
 */
final class Plain {
    private static final long MAX_EXACT = (1L << 53) - 1;
    private static final char REPLACEMENT = '\uFFFD';

    /** Far deeper than what Keycloak writes; what is below is kept as text. */
    private static final int MAX_DEPTH = 24;

    private Plain() {}

    static @Nullable Object value(@Nullable Object value) {
        return value(value, MAX_DEPTH);
    }

    private static @Nullable Object value(@Nullable Object value, int depth) {
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> map && depth > 0) {
            var copy = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((name, member) -> copy.put(text(String.valueOf(name)), value(member, depth - 1)));
            return copy;
        }
        if (value instanceof Iterable<?> elements && depth > 0) {
            var copy = new ArrayList<@Nullable Object>();
            elements.forEach(element -> copy.add(value(element, depth - 1)));
            return copy;
        }
        return value instanceof Number number ? number(number) : text(String.valueOf(value));
    }

    /** A number that is not the same for everybody is a text. */
    private static Object number(Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            var whole = number.longValue();
            return Math.abs(whole) <= MAX_EXACT ? (Object) whole : Long.toString(whole);
        }
        var real = number.doubleValue();
        return number instanceof Double && Double.isFinite(real) ? real : number.toString();
    }

    /** Half of a surrogate pair is not a character, and no two programs do the same with it. */
    private static String text(String text) {
        StringBuilder mended = null;
        for (var i = 0; i < text.length(); i++) {
            var here = text.charAt(i);
            if (!Character.isSurrogate(here)) {
                continue;
            }
            if (Character.isHighSurrogate(here)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            mended = mended == null ? new StringBuilder(text) : mended;
            mended.setCharAt(i, REPLACEMENT);
        }
        return mended == null ? text : mended.toString();
    }

    /** An object whose members are all there. */
    static Map<String, Object> object(Map<String, Object> object) {
        var copy = new LinkedHashMap<String, Object>();
        object.forEach((name, member) -> copy.put(text(name), Objects.requireNonNull(value(member))));
        return copy;
    }

    static List<String> texts(List<String> texts) {
        return texts.stream().map(Plain::text).toList();
    }
}

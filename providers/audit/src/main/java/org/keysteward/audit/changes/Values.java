package org.keysteward.audit.changes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps values small: docs/audit-format.md, what stands in for values. */
public final class Values {
    static final int MOST_BYTES = 1024;

    private Values() {}

    /**
     * @param canonical the bytes of a value after RFC 8785
     * @return the value, or the object with its digest if it is larger than 1,024 bytes. The value must have been redacted
     *     before: the digest of a short secret gives it away
     */
    public static @Nullable Object bounded(@Nullable Object value, Function<Object, byte[]> canonical) {
        if (value == null || value instanceof Boolean) {
            return value;
        }
        var bytes = canonical.apply(value);
        if (bytes.length <= MOST_BYTES) {
            return value;
        }
        return Map.of("digest", digest(bytes), "bytes", bytes.length);
    }

    private static String digest(byte[] bytes) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package org.keysteward.scim.keycloak;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * How texts are kept where filters look for them: whole up to a length, and beyond it the beginning with a hash of the
 * whole, so that equality stays exact for whatever length.
 */
final class StoredValue {
    static final int MAX_LENGTH = 400;

    private static final int HASH_LENGTH = 64;
    private static final int KEPT = MAX_LENGTH - HASH_LENGTH;

    private StoredValue() {}

    static String exact(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, KEPT) + hash(text);
    }

    static String lower(String text) {
        return exact(text.toLowerCase(Locale.ROOT));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}

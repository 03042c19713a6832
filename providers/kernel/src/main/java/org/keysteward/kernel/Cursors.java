package org.keysteward.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyset cursors that their holder can neither read into nor change: {@code base64url(tag ‖ position)}, the tag being
 * HMAC-SHA-256 over the list's name and the position, cut to 128 bits.
 */
public final class Cursors {
    private static final int TAG_BYTES = 16;
    private static final int MAX_CHARACTERS = 2048;
    private static final byte[] DOMAIN = "keysteward-cursor\0".getBytes(StandardCharsets.UTF_8);

    private final byte[] key;
    private final byte[] list;

    /**
     * @param key the realm's secret
     * @param list what is listed and how it is filtered, so that a cursor of one list is refused by another
     */
    public Cursors(byte[] key, String list) {
        this.key = key.clone();
        this.list = (list + "\0").getBytes(StandardCharsets.UTF_8);
    }

    public String encode(String position) {
        var bytes = position.getBytes(StandardCharsets.UTF_8);
        var cursor = new byte[TAG_BYTES + bytes.length];
        System.arraycopy(tag(bytes), 0, cursor, 0, TAG_BYTES);
        System.arraycopy(bytes, 0, cursor, TAG_BYTES, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** The position, or empty where the cursor is not one that this list gave out. */
    public Optional<String> decode(String cursor) {
        if (cursor.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length < TAG_BYTES) {
            return Optional.empty();
        }
        var position = Arrays.copyOfRange(bytes, TAG_BYTES, bytes.length);
        return MessageDigest.isEqual(tag(position), Arrays.copyOf(bytes, TAG_BYTES))
                ? Optional.of(new String(position, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private byte[] tag(byte[] position) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(DOMAIN);
            mac.update(list);
            return Arrays.copyOf(mac.doFinal(position), TAG_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }
}

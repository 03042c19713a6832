package org.keysteward.scim.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A connection's bearer token: 256 random bits behind a prefix by which scanners for leaked secrets know it. Only its
 * hash is kept; a secret that long needs no salt and no slow hash.
 */
public record ConnectionToken(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "kss_";
    private static final int SECRET_BYTES = 32;
    private static final int HINT_LENGTH = 4;
    private static final Pattern SHAPE = Pattern.compile("kss_[A-Za-z0-9_-]{43}");

    public static ConnectionToken generate() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new ConnectionToken(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Whether somebody means such a token, be it one or not. */
    public static boolean isMeant(String bearer) {
        return bearer.startsWith(PREFIX);
    }

    /** Empty for what cannot be one. */
    public static Optional<ConnectionToken> of(String bearer) {
        return SHAPE.matcher(bearer).matches() ? Optional.of(new ConnectionToken(bearer)) : Optional.empty();
    }

    /** SHA-256, in hexadecimal digits. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    /** The last characters, by which people tell their tokens apart. */
    public String hint() {
        return text.substring(text.length() - HINT_LENGTH);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return PREFIX + "…" + hint();
    }
}

package org.keysteward.tenants.features;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Where a tenant or a member stands in a roll-out: one of {@value #COUNT} places, the same on every node, after every
 * restart and in every version. It is the first eight bytes of SHA-256 over the UTF-8 of {@code feature NUL tenantId}
 * or {@code feature NUL tenantId NUL member}, as an unsigned big-endian number, modulo {@value #COUNT}.
 *
 * <p>A percentage takes the places from 0 up, so whoever is in at one percentage is in at every higher one; the
 * feature is part of the key, so who is early for one feature is not early for all.
 */
record Bucket(int number) {
    static final int COUNT = 10_000;

    private static final int OF_ONE_PERCENT = COUNT / 100;
    // In no feature's name and in no id, so that no two keys read the same.
    private static final char SEPARATOR = '\0';

    static Bucket of(String feature, String tenantId) {
        return hashed(feature + SEPARATOR + tenantId);
    }

    static Bucket of(String feature, String tenantId, String member) {
        return hashed(feature + SEPARATOR + tenantId + SEPARATOR + member);
    }

    boolean isWithin(int percentage) {
        return number < percentage * OF_ONE_PERCENT;
    }

    private static Bucket hashed(String key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return new Bucket((int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), COUNT));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}

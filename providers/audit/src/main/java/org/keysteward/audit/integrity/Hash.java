package org.keysteward.audit.integrity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.json.MalformedException;

/** A SHA-256 hash: 32 bytes, written as base64url. */
public final class Hash {
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException for another number of bytes than {@value #BYTES} */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A hash has " + BYTES + " bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** @throws MalformedException where the text is not {@value #BYTES} bytes as base64url */
    public static Hash parse(String text) throws MalformedException {
        var bytes = Base64Url.decode(text);
        if (bytes.length != BYTES) {
            throw new MalformedException("A hash has " + BYTES + " bytes.");
        }
        return new Hash(bytes);
    }

    /** SHA-256 over these bytes, one behind the other. */
    public static Hash over(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return new Hash(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform has no SHA-256", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The hash as it is written. */
    @Override
    public String toString() {
        return Base64Url.encode(bytes);
    }
}

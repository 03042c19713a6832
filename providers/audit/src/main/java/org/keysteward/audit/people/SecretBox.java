package org.keysteward.audit.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) for one purpose of one key: {@code salt ‖ nonce ‖ ciphertext ‖ tag}.
 *
 * <p>A random nonce is safe for 2³² messages of a key only, which a busy server writes within a year. So each box has a
 * key of its own, derived from the given one and a random salt; a box that is made at each start stays far below.
 */
public final class SecretBox {
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int OVERHEAD = SALT_BYTES + NONCE_BYTES + TAG_BITS / 8;

    private final SecretKey key;
    private final byte[] purpose;
    private final byte[] salt = new byte[SALT_BYTES];
    private final SecretKey own;
    private final SecureRandom random = new SecureRandom();

    /** @param purpose what is encrypted, so that what was meant for one place is refused in another */
    public SecretBox(SecretKey key, String purpose) {
        this.key = key;
        this.purpose = purpose.getBytes(StandardCharsets.UTF_8);
        random.nextBytes(salt);
        this.own = derived(salt);
    }

    /** @param context what the plaintext belongs to; the same must be said to open it */
    public byte[] seal(byte[] plaintext, String context) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, own, nonce, context);
            return ByteBuffer.allocate(OVERHEAD + plaintext.length)
                    .put(salt)
                    .put(nonce)
                    .put(cipher.doFinal(plaintext))
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java platform", e);
        }
    }

    /** The plaintext; empty where the key or the context is another, or a byte was changed. */
    public Optional<byte[]> open(byte[] sealed, String context) {
        if (sealed.length < OVERHEAD) {
            return Optional.empty();
        }
        var theirs = new byte[SALT_BYTES];
        var nonce = new byte[NONCE_BYTES];
        var ciphertext = new byte[sealed.length - SALT_BYTES - NONCE_BYTES];
        ByteBuffer.wrap(sealed).get(theirs).get(nonce).get(ciphertext);
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, derived(theirs), nonce, context).doFinal(ciphertext));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, SecretKey with, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, with, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey derived(byte[] from) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            mac.update(purpose);
            mac.update((byte) 0);
            return new SecretKeySpec(mac.doFinal(from), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }
}

package org.keysteward.audit.integrity;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.signing.Jwk;

/** A key that wraps the keys of persons. */
public record EncryptionKey(String kid, SecretKey key) {
    static final String KEY_TYPE = "oct";

    private static final int BYTES = 32;

    /** @throws IllegalArgumentException for a kid that is none */
    public EncryptionKey {
        if (!Jwk.isKid(kid)) {
            throw new IllegalArgumentException("Not a kid");
        }
    }

    static EncryptionKey generate(String kid) {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new EncryptionKey(kid, new SecretKeySpec(bytes, "AES"));
    }

    static EncryptionKey ofJwk(Jwk jwk) {
        if (!KEY_TYPE.equals(jwk.text("kty"))) {
            throw Jwk.fault("kty", "A key with the use 'enc' is of the type 'oct'.");
        }
        return new EncryptionKey(jwk.kid(), new SecretKeySpec(jwk.bytes("k", BYTES), "AES"));
    }

    Map<String, Object> toJwk() {
        var jwk = new LinkedHashMap<String, Object>();
        jwk.put("kty", KEY_TYPE);
        jwk.put("kid", kid);
        jwk.put("use", "enc");
        jwk.put("k", Base64Url.encode(key.getEncoded()));
        return jwk;
    }

    /** The kid alone. */
    @Override
    public String toString() {
        return "EncryptionKey[" + kid + "]";
    }
}

package org.keysteward.audit.integrity;

import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.signing.Ed25519;
import org.keysteward.kernel.signing.Jwk;
import org.keysteward.kernel.signing.JwkException;

/** The public half of a key that signs checkpoints: Ed25519, as a JWK by RFC 8037. */
public record VerificationKey(String kid, PublicKey key) {
    /** @throws IllegalArgumentException for a kid that is none, and for a key of another curve */
    public VerificationKey {
        if (!Jwk.isKid(kid)) {
            throw new IllegalArgumentException("Not a kid");
        }
        Ed25519.point(key);
    }

    /** @throws JwkException for any other key, and for one with a private part */
    public static VerificationKey ofJwk(Map<String, ? extends @Nullable Object> members) {
        var jwk = new Jwk(members);
        if (jwk.has("d") || jwk.has("k")) {
            throw Jwk.fault(jwk.has("d") ? "d" : "k", "This is a secret key, and no longer secret: make a new one.");
        }
        jwk.requireForSignatures("verify");
        return publicPart(jwk);
    }

    static VerificationKey publicPart(Jwk jwk) {
        if (!Ed25519.KEY_TYPE.equals(jwk.text("kty"))) {
            throw Jwk.fault("kty", "Checkpoints are signed with OKP keys.");
        }
        if (!Ed25519.NAME.equals(jwk.text("crv"))) {
            throw Jwk.fault("crv", "Checkpoints are signed with the curve Ed25519.");
        }
        if (jwk.has("alg")
                && !"EdDSA".equals(jwk.members().get("alg"))
                && !"Ed25519".equals(jwk.members().get("alg"))) {
            throw Jwk.fault("alg", "A key on this curve has the algorithm EdDSA.");
        }
        return new VerificationKey(jwk.kid(), Ed25519.publicKey(jwk));
    }

    /** The key as a JWK, with {@code use} and {@code alg}. */
    public Map<String, Object> toJwk() {
        var jwk = new LinkedHashMap<String, Object>();
        jwk.put("kty", Ed25519.KEY_TYPE);
        jwk.put("crv", Ed25519.NAME);
        jwk.put("kid", kid);
        jwk.put("use", "sig");
        jwk.put("alg", "EdDSA");
        jwk.put("x", Base64Url.encode(Ed25519.point(key)));
        return jwk;
    }

    /** False for everything that is not this key's signature over this message. */
    public boolean verifies(byte[] message, byte[] signature) {
        return Ed25519.verifies(key, message, signature);
    }
}

package org.keysteward.tenants.signing;

import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.signing.Jwk;
import org.keysteward.kernel.signing.JwkException;

/**
 * A vendor's public key, with which licenses are verified.
 *
 * @param kid its name: 1 to 200 printable ASCII characters without blanks
 * @param publicKey a point on the algorithm's curve
 */
public record LicenseKey(String kid, SignatureAlgorithm algorithm, PublicKey publicKey) {
    /** @throws IllegalArgumentException for a kid that is none, and for a key that is not the algorithm's */
    public LicenseKey {
        if (!Jwk.isKid(kid)) {
            throw new IllegalArgumentException("Not a kid");
        }
        algorithm.curve().members(publicKey);
    }

    /**
     * Reads a public JWK (RFC 7517): OKP with Ed25519 (RFC 8037), or EC with P-256 (RFC 7518).
     *
     * @throws LicenseKeyException for any other key, and for one with a private part
     */
    public static LicenseKey ofJwk(Map<String, ? extends @Nullable Object> members) {
        try {
            return ofPublic(new Jwk(members));
        } catch (JwkException e) {
            throw new LicenseKeyException(e);
        }
    }

    private static LicenseKey ofPublic(Jwk jwk) {
        // First of all: whoever sends this has to learn that the key is not secret any more.
        if (jwk.has("d") || jwk.has("k")) {
            throw Jwk.fault(
                    jwk.has("d") ? "d" : "k", "This is a private key. It belongs to whoever signs, and nobody else.");
        }
        jwk.requireForSignatures("verify");
        return publicPart(jwk);
    }

    static LicenseKey publicPart(Jwk jwk) {
        var algorithm = SignatureAlgorithm.of(jwk);
        return new LicenseKey(jwk.kid(), algorithm, algorithm.curve().publicKey(jwk));
    }

    /** The key as a JWK, with {@code use} and {@code alg}. */
    public Map<String, Object> toJwk() {
        var jwk = new LinkedHashMap<String, Object>();
        jwk.put("kty", algorithm.curve().keyType());
        jwk.put("crv", algorithm.curve().name());
        jwk.put("kid", kid);
        jwk.put("use", "sig");
        jwk.put("alg", algorithm.jwsName());
        var point = algorithm.curve().members(publicKey);
        point.keySet().stream().sorted().forEach(name -> jwk.put(name, String.valueOf(point.get(name))));
        return jwk;
    }

    boolean verifies(byte[] message, byte[] signature) {
        return algorithm.curve().verifies(publicKey, message, signature);
    }
}

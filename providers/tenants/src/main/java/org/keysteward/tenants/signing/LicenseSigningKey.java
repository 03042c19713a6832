package org.keysteward.tenants.signing;

import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;
import org.keysteward.kernel.signing.Jwk;
import org.keysteward.kernel.signing.JwkException;

/** A vendor's private key. */
public final class LicenseSigningKey {
    private static final int PROBE_BYTES = 32;

    private final LicenseKey publicKey;
    private final PrivateKey privateKey;

    private LicenseSigningKey(LicenseKey publicKey, PrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /** @throws IllegalArgumentException for a kid that is none */
    public static LicenseSigningKey generate(String kid, SignatureAlgorithm algorithm) {
        var pair = algorithm.curve().generate();
        return new LicenseSigningKey(new LicenseKey(kid, algorithm, pair.getPublic()), pair.getPrivate());
    }

    /**
     * Reads a private JWK: a public one and its {@code d}.
     *
     * @throws LicenseKeyException where it is none, or where its halves do not belong together
     */
    public static LicenseSigningKey ofJwk(Map<String, ? extends @Nullable Object> members) {
        try {
            return ofPrivate(new Jwk(members));
        } catch (JwkException e) {
            throw new LicenseKeyException(e);
        }
    }

    private static LicenseSigningKey ofPrivate(Jwk jwk) {
        if (!jwk.has("d")) {
            throw Jwk.fault("d", "This is not a private key: the member d is missing.");
        }
        jwk.requireForSignatures("sign");
        var publicKey = LicenseKey.publicPart(jwk);
        var key = new LicenseSigningKey(publicKey, publicKey.algorithm().curve().privateKey(jwk));
        var probe = new byte[PROBE_BYTES];
        new SecureRandom().nextBytes(probe);
        if (!publicKey.verifies(probe, key.sign(probe))) {
            throw Jwk.fault("d", "The private part does not belong to the public one.");
        }
        return key;
    }

    /** @throws LicenseKeyException where it is not strict JSON, or not a private JWK */
    public static LicenseSigningKey parse(String json) {
        try {
            return ofJwk(Json.object(json));
        } catch (MalformedException e) {
            throw new LicenseKeyException("", String.valueOf(e.getMessage()));
        }
    }

    /** What everybody may have. */
    public LicenseKey publicKey() {
        return publicKey;
    }

    /** The key with its private part. */
    public Map<String, Object> toJwk() {
        var jwk = new LinkedHashMap<>(publicKey.toJwk());
        jwk.put("d", Base64Url.encode(publicKey.algorithm().curve().secret(privateKey)));
        return jwk;
    }

    /** {@link #toJwk()} as JSON. */
    public String toJson() {
        return Json.writeIndented(toJwk());
    }

    /** The kid and the algorithm alone. */
    @Override
    public String toString() {
        return "LicenseSigningKey[" + publicKey.kid() + ", " + publicKey.algorithm() + "]";
    }

    byte[] sign(byte[] message) {
        return publicKey.algorithm().curve().sign(privateKey, message);
    }
}

package org.keysteward.audit.integrity;

import java.security.PrivateKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.signing.Ed25519;
import org.keysteward.kernel.signing.Jwk;
import org.keysteward.kernel.signing.JwkException;

/** A key that signs checkpoints, held in memory. */
public final class SigningKey implements CheckpointSigner {
    private static final byte[] PROBE = {1, 2, 3, 4};

    private final VerificationKey publicKey;
    private final PrivateKey privateKey;

    private SigningKey(VerificationKey publicKey, PrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /** @throws IllegalArgumentException for a kid that is none */
    public static SigningKey generate(String kid) {
        var pair = Ed25519.generate();
        return new SigningKey(new VerificationKey(kid, pair.getPublic()), pair.getPrivate());
    }

    /** @throws JwkException where it is not a private key for Ed25519, or its halves do not belong together */
    public static SigningKey ofJwk(Map<String, ? extends @Nullable Object> members) {
        var jwk = new Jwk(members);
        if (!jwk.has("d")) {
            throw Jwk.fault("d", "This is not a private key: the member d is missing.");
        }
        jwk.requireForSignatures("sign");
        var key = new SigningKey(VerificationKey.publicPart(jwk), Ed25519.privateKey(jwk));
        if (!key.publicKey.verifies(PROBE, key.sign(PROBE))) {
            throw Jwk.fault("d", "The private part does not belong to the public one.");
        }
        return key;
    }

    @Override
    public String kid() {
        return publicKey.kid();
    }

    @Override
    public byte[] sign(byte[] message) {
        return Ed25519.sign(privateKey, message);
    }

    @Override
    public VerificationKey publicKey() {
        return publicKey;
    }

    /** The key with its private part. */
    Map<String, Object> toJwk() {
        var jwk = new LinkedHashMap<>(publicKey.toJwk());
        jwk.put("d", Base64Url.encode(Ed25519.secret(privateKey)));
        return jwk;
    }

    /** The kid alone. */
    @Override
    public String toString() {
        return "SigningKey[" + kid() + "]";
    }
}

package org.keysteward.tenants.signing;

import java.util.Arrays;
import java.util.Optional;
import org.keysteward.kernel.signing.Jwk;

/** How a license may be signed. There are no others: neither a shared secret nor nothing signs anything here. */
public enum SignatureAlgorithm {
    /** EdDSA over Ed25519 (RFC 8037, section 3.1). */
    EDDSA("EdDSA", new Edwards()),
    /** ECDSA over P-256 with SHA-256 (RFC 7518, section 3.4). */
    ES256("ES256", new P256());

    private final String jwsName;
    private final Curve curve;

    SignatureAlgorithm(String jwsName, Curve curve) {
        this.jwsName = jwsName;
        this.curve = curve;
    }

    /** JWS {@code alg}. */
    public String jwsName() {
        return jwsName;
    }

    public static Optional<SignatureAlgorithm> of(String jwsName) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.jwsName.equals(jwsName))
                .findFirst();
    }

    /** @throws org.keysteward.kernel.signing.JwkException for a key of any other kind */
    static SignatureAlgorithm of(Jwk jwk) {
        var type = jwk.text("kty");
        var curve = type.equals("OKP") || type.equals("EC") ? jwk.text("crv") : "";
        for (var algorithm : values()) {
            if (type.equals(algorithm.curve.keyType()) && curve.equals(algorithm.curve.name())) {
                return algorithm.requireNotContradicted(jwk);
            }
        }
        throw curve.isEmpty()
                ? Jwk.fault("kty", "Only OKP keys with Ed25519 and EC keys with P-256 are accepted.")
                : Jwk.fault("crv", "Only the curves Ed25519 (OKP) and P-256 (EC) are accepted.");
    }

    private SignatureAlgorithm requireNotContradicted(Jwk jwk) {
        if (jwk.has("alg") && !jwsName.equals(jwk.members().get("alg"))) {
            throw Jwk.fault("alg", "A key on this curve has the algorithm " + jwsName + ".");
        }
        return this;
    }

    Curve curve() {
        return curve;
    }
}

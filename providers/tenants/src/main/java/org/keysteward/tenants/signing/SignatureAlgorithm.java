package org.keysteward.tenants.signing;

import java.util.Arrays;
import java.util.Optional;

/** How a license may be signed. There are no others: neither a shared secret nor nothing signs anything here. */
public enum SignatureAlgorithm {
    /** EdDSA over Ed25519 (RFC 8037, section 3.1). */
    EDDSA("EdDSA", new Ed25519()),
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

    Curve curve() {
        return curve;
    }
}

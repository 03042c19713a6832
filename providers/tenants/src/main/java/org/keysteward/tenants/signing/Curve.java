package org.keysteward.tenants.signing;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Map;
import org.keysteward.kernel.signing.Jwk;

/** An elliptic curve, its keys as JWKs, and its signatures as JWS has them. */
sealed interface Curve permits Edwards, P256 {
    /** JWK {@code kty}. */
    String keyType();

    /** JWK {@code crv}. */
    String name();

    /** @throws org.keysteward.kernel.signing.JwkException where the point is not on the curve, or is of no use there */
    PublicKey publicKey(Jwk jwk);

    /** @throws org.keysteward.kernel.signing.JwkException where there is no private part, or none of this curve */
    PrivateKey privateKey(Jwk jwk);

    /**
     * The point's JWK members.
     *
     * @throws IllegalArgumentException for a key of another curve
     */
    Map<String, String> members(PublicKey key);

    /** The private part, JWK {@code d}. */
    byte[] secret(PrivateKey key);

    KeyPair generate();

    byte[] sign(PrivateKey key, byte[] message);

    /** False for everything that is not this key's signature over this message, whatever its form. */
    boolean verifies(PublicKey key, byte[] message, byte[] signature);
}

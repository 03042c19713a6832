package org.keysteward.kernel.signing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Set;

/** Signatures by Ed25519 (RFC 8032) and their keys, as JWKs by RFC 8037. */
public final class Ed25519 {
    /** JWK {@code kty}. */
    public static final String KEY_TYPE = "OKP";
    /** JWK {@code crv}. */
    public static final String NAME = "Ed25519";

    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;

    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);

    /**
     * The y coordinates of the eight points whose order divides eight. With such a key anybody can make signatures that
     * hold for most messages.
     */
    private static final Set<BigInteger> SMALL_ORDER = Set.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            P.subtract(BigInteger.ONE),
            new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16),
            new BigInteger("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16));

    private Ed25519() {}

    /** @throws JwkException where {@code x} is not a point of the curve that a key may have */
    public static PublicKey publicKey(Jwk jwk) {
        var bytes = jwk.bytes("x", KEY_BYTES);
        // RFC 8032, section 5.1.2: y with its least byte first, and in the last bit the sign of x.
        var signBit = (bytes[KEY_BYTES - 1] & 0x80) != 0;
        bytes[KEY_BYTES - 1] &= 0x7F;
        var point = new EdECPoint(signBit, new BigInteger(1, reversed(bytes)));
        if (!isUsable(point)) {
            throw Jwk.fault("x", "Not a point of Ed25519 that a key may have.");
        }
        try {
            return KeyFactory.getInstance(NAME)
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** @throws JwkException where {@code d} is not 32 bytes; whether they belong to {@code x} is not looked at */
    public static PrivateKey privateKey(Jwk jwk) {
        try {
            return KeyFactory.getInstance(NAME)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, jwk.bytes("d", KEY_BYTES)));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /**
     * The point, JWK {@code x}.
     *
     * @throws IllegalArgumentException for a key of another curve
     */
    public static byte[] point(PublicKey key) {
        if (!(key instanceof EdECPublicKey edwards)
                || !edwards.getParams().getName().equals(NAME)
                || !isUsable(edwards.getPoint())) {
            throw new IllegalArgumentException("Not a key of Ed25519");
        }
        var bytes = Arrays.copyOf(reversed(edwards.getPoint().getY().toByteArray()), KEY_BYTES);
        if (edwards.getPoint().isXOdd()) {
            bytes[KEY_BYTES - 1] |= (byte) 0x80;
        }
        return bytes;
    }

    /**
     * The private part, JWK {@code d}.
     *
     * @throws IllegalArgumentException for a key of another curve, and for one that shows it to nobody
     */
    public static byte[] secret(PrivateKey key) {
        if (key instanceof EdECPrivateKey edwards) {
            return edwards.getBytes().orElseThrow(() -> new IllegalArgumentException("A key that cannot be read"));
        }
        throw new IllegalArgumentException("Not a key of Ed25519");
    }

    public static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(NAME).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    public static byte[] sign(PrivateKey key, byte[] message) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** False for everything that is not this key's signature over this message, whatever its form. */
    public static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            var verification = Signature.getInstance(NAME);
            verification.initVerify(key);
            verification.update(message);
            return verification.verify(signature);
        } catch (SignatureException e) {
            // What cannot be a signature at all, such as one with S past the group's order (RFC 8032, section 5.1.7).
            return false;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** RFC 8032, section 5.1.3: x² = (y² − 1) / (d y² + 1) must have a root, and zero has no sign. */
    private static boolean isUsable(EdECPoint point) {
        var y = point.getY();
        if (y.signum() < 0 || y.compareTo(P) >= 0 || SMALL_ORDER.contains(y)) {
            return false;
        }
        var ySquared = y.multiply(y).mod(P);
        var xSquared = ySquared.subtract(BigInteger.ONE)
                .multiply(D.multiply(ySquared).add(BigInteger.ONE).modInverse(P))
                .mod(P);
        // Euler's criterion. Both points with x = 0 are of small order, so that the sign is never in doubt here.
        return xSquared.modPow(P.subtract(BigInteger.ONE).shiftRight(1), P).equals(BigInteger.ONE);
    }

    private static byte[] reversed(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (var i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static IllegalStateException missing(GeneralSecurityException cause) {
        return new IllegalStateException("This Java platform has no Ed25519", cause);
    }
}

package org.keysteward.tenants.signing;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Map;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.signing.Jwk;

/** The curve P-256 with ES256, which is ECDSA and SHA-256 (RFC 7518, section 3.4). */
final class P256 implements Curve {
    private static final String STANDARD_NAME = "secp256r1";
    // IEEE P1363: r and s one behind the other, as JWS has them, and not in DER.
    private static final String SIGNATURE = "SHA256withECDSAinP1363Format";
    private static final int COORDINATE_BYTES = 32;

    private static final ECParameterSpec CURVE = parameters();
    private static final BigInteger P = ((ECFieldFp) CURVE.getCurve().getField()).getP();

    @Override
    public String keyType() {
        return "EC";
    }

    @Override
    public String name() {
        return "P-256";
    }

    @Override
    public PublicKey publicKey(Jwk jwk) {
        var point = new ECPoint(
                new BigInteger(1, jwk.bytes("x", COORDINATE_BYTES)),
                new BigInteger(1, jwk.bytes("y", COORDINATE_BYTES)));
        if (!isOnCurve(point)) {
            throw Jwk.fault("x", "This point is not on P-256.");
        }
        try {
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, CURVE));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    @Override
    public PrivateKey privateKey(Jwk jwk) {
        var secret = new BigInteger(1, jwk.bytes("d", COORDINATE_BYTES));
        if (!isBelowOrder(secret)) {
            throw Jwk.fault("d", "Not a private key of P-256.");
        }
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(secret, CURVE));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    @Override
    public Map<String, String> members(PublicKey key) {
        if (!(key instanceof ECPublicKey elliptic)
                || !isThisCurve(elliptic.getParams())
                || !isOnCurve(elliptic.getW())) {
            throw new IllegalArgumentException("Not a key of P-256");
        }
        return Map.of(
                "x", Base64Url.encode(unsigned(elliptic.getW().getAffineX(), COORDINATE_BYTES)),
                "y", Base64Url.encode(unsigned(elliptic.getW().getAffineY(), COORDINATE_BYTES)));
    }

    @Override
    public byte[] secret(PrivateKey key) {
        if (key instanceof ECPrivateKey elliptic) {
            return unsigned(elliptic.getS(), COORDINATE_BYTES);
        }
        throw new IllegalArgumentException("Not a key of P-256");
    }

    @Override
    public KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(STANDARD_NAME));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    @Override
    public byte[] sign(PrivateKey key, byte[] message) {
        try {
            var signature = Signature.getInstance(SIGNATURE);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    @Override
    public boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        // Checked here and not left to the platform, which has once taken zeros for a signature (CVE-2022-21449).
        if (signature.length != 2 * COORDINATE_BYTES
                || !isBelowOrder(new BigInteger(1, signature, 0, COORDINATE_BYTES))
                || !isBelowOrder(new BigInteger(1, signature, COORDINATE_BYTES, COORDINATE_BYTES))) {
            return false;
        }
        try {
            var verification = Signature.getInstance(SIGNATURE);
            verification.initVerify(key);
            verification.update(message);
            return verification.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** A number not below zero with its greatest byte first, in exactly {@code length} bytes. */
    static byte[] unsigned(BigInteger number, int length) {
        var bytes = number.toByteArray();
        if (bytes.length > length) {
            // A zero byte for the sign.
            return Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
        }
        var padded = new byte[length];
        System.arraycopy(bytes, 0, padded, length - bytes.length, bytes.length);
        return padded;
    }

    private static boolean isThisCurve(ECParameterSpec other) {
        return other.getCurve().equals(CURVE.getCurve())
                && other.getGenerator().equals(CURVE.getGenerator())
                && other.getOrder().equals(CURVE.getOrder())
                && other.getCofactor() == CURVE.getCofactor();
    }

    /** The JDK does not look when a key is made: y² = x³ + ax + b, with both coordinates below p. */
    private static boolean isOnCurve(ECPoint point) {
        var x = point.getAffineX();
        var y = point.getAffineY();
        if (x == null || y == null || x.signum() < 0 || x.compareTo(P) >= 0 || y.signum() < 0 || y.compareTo(P) >= 0) {
            return false;
        }
        var curve = CURVE.getCurve();
        var right =
                x.multiply(x).add(curve.getA()).multiply(x).add(curve.getB()).mod(P);
        return y.multiply(y).mod(P).equals(right);
    }

    private static boolean isBelowOrder(BigInteger number) {
        return number.signum() > 0 && number.compareTo(CURVE.getOrder()) < 0;
    }

    private static ECParameterSpec parameters() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(STANDARD_NAME));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static IllegalStateException missing(GeneralSecurityException cause) {
        return new IllegalStateException("This Java platform has no ECDSA over P-256", cause);
    }
}

package org.keysteward.tenants.signing;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Map;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.signing.Ed25519;
import org.keysteward.kernel.signing.Jwk;

/** Ed25519 (RFC 8032), in JOSE by RFC 8037. */
final class Edwards implements Curve {
    @Override
    public String keyType() {
        return Ed25519.KEY_TYPE;
    }

    @Override
    public String name() {
        return Ed25519.NAME;
    }

    @Override
    public PublicKey publicKey(Jwk jwk) {
        return Ed25519.publicKey(jwk);
    }

    @Override
    public PrivateKey privateKey(Jwk jwk) {
        return Ed25519.privateKey(jwk);
    }

    @Override
    public Map<String, String> members(PublicKey key) {
        return Map.of("x", Base64Url.encode(Ed25519.point(key)));
    }

    @Override
    public byte[] secret(PrivateKey key) {
        return Ed25519.secret(key);
    }

    @Override
    public KeyPair generate() {
        return Ed25519.generate();
    }

    @Override
    public byte[] sign(PrivateKey key, byte[] message) {
        return Ed25519.sign(key, message);
    }

    @Override
    public boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        return Ed25519.verifies(key, message, signature);
    }
}

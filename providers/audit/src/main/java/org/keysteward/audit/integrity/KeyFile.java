package org.keysteward.audit.integrity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;
import org.keysteward.kernel.signing.Jwk;
import org.keysteward.kernel.signing.JwkException;

/**
 * The server's keys, a JWK set (RFC 7517): those that wrap the keys of persons and those that sign checkpoints. The first
 * of each is the one for what is new.
 */
public final class KeyFile {
    private static final int MAX_KEYS = 1000;

    private final List<EncryptionKey> encryptionKeys;
    private final List<SigningKey> signingKeys;

    private KeyFile(List<EncryptionKey> encryptionKeys, List<SigningKey> signingKeys) {
        this.encryptionKeys = List.copyOf(encryptionKeys);
        this.signingKeys = List.copyOf(signingKeys);
    }

    /**
     * A file with a new key for each use.
     *
     * @param name what the keys' kids begin with
     * @throws IllegalArgumentException where no kid can be made of the name
     */
    public static KeyFile generate(String name) {
        return new KeyFile(List.of(EncryptionKey.generate(name + "-enc")), List.of(SigningKey.generate(name + "-sig")));
    }

    /** @throws KeyFileException where it is not strict JSON, a key cannot be used, or there is none for one of the uses */
    public static KeyFile parse(String jwks) {
        var encryptionKeys = new ArrayList<EncryptionKey>();
        var signingKeys = new ArrayList<SigningKey>();
        var kids = new HashSet<String>();
        var members = keys(jwks);
        for (var i = 0; i < members.size(); i++) {
            try {
                var jwk = new Jwk(members.get(i));
                switch (jwk.text("use")) {
                    case "enc" -> encryptionKeys.add(EncryptionKey.ofJwk(jwk));
                    case "sig" -> signingKeys.add(SigningKey.ofJwk(jwk.members()));
                    default -> throw Jwk.fault("use", "A key is there to encrypt ('enc') or to sign ('sig').");
                }
                if (!kids.add(jwk.kid())) {
                    throw Jwk.fault("kid", "Another key in front of it has the same kid.");
                }
            } catch (JwkException e) {
                throw KeyFileException.inKey(i, e);
            }
        }
        requireSome(encryptionKeys, "enc");
        requireSome(signingKeys, "sig");
        return new KeyFile(encryptionKeys, signingKeys);
    }

    /** Those that wrap the keys of persons; the first is the one for what is new. Never empty. */
    public List<EncryptionKey> encryptionKeys() {
        return encryptionKeys;
    }

    /** Those that sign checkpoints; the first is the one for what is new. Never empty. */
    public List<SigningKey> signingKeys() {
        return signingKeys;
    }

    /** What everybody may have. */
    public VerificationKeys publicKeys() {
        return new VerificationKeys(
                signingKeys.stream().map(SigningKey::publicKey).toList());
    }

    /**
     * With a new key that encrypts from now on.
     *
     * @throws IllegalArgumentException for a kid that is none, or is there already
     */
    public KeyFile withNewEncryptionKey(String kid) {
        requireNew(kid);
        return new KeyFile(
                Stream.concat(Stream.of(EncryptionKey.generate(kid)), encryptionKeys.stream())
                        .toList(),
                signingKeys);
    }

    /**
     * With a new key that signs from now on.
     *
     * @throws IllegalArgumentException for a kid that is none, or is there already
     */
    public KeyFile withNewSigningKey(String kid) {
        requireNew(kid);
        return new KeyFile(
                encryptionKeys,
                Stream.concat(Stream.of(SigningKey.generate(kid)), signingKeys.stream())
                        .toList());
    }

    /** The file, with every secret of it. */
    public String toJson() {
        return Json.writeIndented(Map.of(
                "keys",
                Stream.concat(
                                encryptionKeys.stream().map(EncryptionKey::toJwk),
                                signingKeys.stream().map(SigningKey::toJwk))
                        .toList()));
    }

    /** The kids alone. */
    @Override
    public String toString() {
        return "KeyFile" + encryptionKeys + signingKeys;
    }

    /** The members of a JWK set's keys. */
    static List<Map<String, @Nullable Object>> keys(String jwks) {
        var keys = new ArrayList<Map<String, @Nullable Object>>();
        try {
            if (!(Json.object(jwks).get("keys") instanceof List<?> list)) {
                throw new KeyFileException("A JWK set has its keys in the array 'keys'.");
            }
            for (var key : list) {
                if (!(key instanceof Map<?, ?> members)) {
                    throw new KeyFileException("Key " + (keys.size() + 1) + " of the file is not a JSON object.");
                }
                keys.add(Json.objectOf(members));
            }
        } catch (MalformedException e) {
            throw new KeyFileException("Not a JWK set: " + e.getMessage());
        }
        if (keys.size() > MAX_KEYS) {
            throw new KeyFileException("At most " + MAX_KEYS + " keys.");
        }
        return keys;
    }

    private void requireNew(String kid) {
        var known = Stream.concat(
                encryptionKeys.stream().map(EncryptionKey::kid),
                signingKeys.stream().map(SigningKey::kid));
        if (known.anyMatch(kid::equals)) {
            throw new IllegalArgumentException("The file has a key " + kid + " already.");
        }
    }

    private static void requireSome(List<?> keys, String use) {
        if (keys.isEmpty()) {
            throw new KeyFileException("The file has no key with the use '" + use + "'.");
        }
    }
}

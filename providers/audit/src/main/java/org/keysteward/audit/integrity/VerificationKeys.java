package org.keysteward.audit.integrity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.signing.JwkException;

/** Public keys by kid, in the order in which they were given. */
public final class VerificationKeys {
    private final Map<String, VerificationKey> byKid = new LinkedHashMap<>();

    /** @throws IllegalArgumentException where two have the same kid */
    public VerificationKeys(Collection<VerificationKey> keys) {
        for (var key : keys) {
            if (byKid.put(key.kid(), key) != null) {
                throw new IllegalArgumentException("Two keys have the kid " + key.kid() + ".");
            }
        }
    }

    /** @throws KeyFileException where it is not a JWK set of public keys that sign */
    public static VerificationKeys parse(String jwks) {
        var keys = new ArrayList<VerificationKey>();
        for (var jwk : KeyFile.keys(jwks)) {
            try {
                keys.add(VerificationKey.ofJwk(jwk));
            } catch (JwkException e) {
                throw KeyFileException.inKey(keys.size(), e);
            }
        }
        try {
            return new VerificationKeys(keys);
        } catch (IllegalArgumentException e) {
            throw new KeyFileException(String.valueOf(e.getMessage()));
        }
    }

    public Optional<VerificationKey> find(String kid) {
        return Optional.ofNullable(byKid.get(kid));
    }

    public List<VerificationKey> all() {
        return List.copyOf(byKid.values());
    }

    /** The JWK set as JSON, to be read by people too. */
    public String toJson() {
        return Json.writeIndented(
                Map.of("keys", all().stream().map(VerificationKey::toJwk).toList()));
    }

    /** Whether the key that a statement names has signed it. */
    public boolean verify(Signed<?> signed) {
        return find(signed.statement().kid()).filter(signed::isSignedBy).isPresent();
    }
}

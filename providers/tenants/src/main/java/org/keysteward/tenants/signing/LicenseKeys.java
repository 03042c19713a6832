package org.keysteward.tenants.signing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;

/** Public keys, of which each kid names one. While a vendor changes keys there are two. */
public final class LicenseKeys {
    /** More than any vendor has, and few enough to read at once. */
    public static final int MAXIMUM = 100;

    private final Map<String, LicenseKey> byKid;

    /** @throws IllegalArgumentException where two have the same kid */
    public LicenseKeys(Collection<LicenseKey> keys) {
        this.byKid = keys.stream()
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(LicenseKey::kid, Function.identity(), LicenseKeys::sameKid), Map::copyOf));
    }

    /**
     * Reads a JWK set (RFC 7517, section 5). A key that is not accepted refuses the set: section 5 would rather have it
     * ignored, but then its licenses would be refused one day and nobody would know why.
     *
     * @throws LicenseKeyException with a pointer to what is wrong
     */
    public static LicenseKeys ofJwks(Map<String, ? extends @Nullable Object> jwks) {
        if (!(jwks.get("keys") instanceof List<?> list)) {
            throw new LicenseKeyException("/keys", "A JWK set has its keys in the array 'keys'.");
        }
        if (list.size() > MAXIMUM) {
            throw new LicenseKeyException("/keys", "At most " + MAXIMUM + " keys.");
        }
        var keys = new ArrayList<LicenseKey>();
        for (var jwk : list) {
            var key = key("/keys/" + keys.size(), jwk);
            if (keys.stream().anyMatch(other -> other.kid().equals(key.kid()))) {
                throw new LicenseKeyException("/keys/" + keys.size() + "/kid", "Two keys have this kid.");
            }
            keys.add(key);
        }
        return new LicenseKeys(keys);
    }

    /** @throws LicenseKeyException where it is not strict JSON, or not a JWK set that is accepted */
    public static LicenseKeys parse(String json) {
        try {
            return ofJwks(Json.object(json));
        } catch (MalformedException e) {
            throw new LicenseKeyException("", String.valueOf(e.getMessage()));
        }
    }

    public Optional<LicenseKey> find(String kid) {
        return Optional.ofNullable(byKid.get(kid));
    }

    /** By kid. */
    public List<LicenseKey> all() {
        return byKid.keySet().stream()
                .sorted()
                .flatMap(kid -> find(kid).stream())
                .toList();
    }

    public Map<String, Object> toJwks() {
        return Map.of("keys", all().stream().map(LicenseKey::toJwk).toList());
    }

    /** The JWK set as JSON, to be read by people too. */
    public String toJson() {
        return Json.writeIndented(toJwks());
    }

    private static LicenseKey key(String pointer, @Nullable Object jwk) {
        if (!(jwk instanceof Map<?, ?> members)) {
            throw new LicenseKeyException(pointer, "A key is a JSON object.");
        }
        try {
            return LicenseKey.ofJwk(Json.objectOf(members));
        } catch (LicenseKeyException e) {
            throw e.below(pointer);
        }
    }

    private static LicenseKey sameKid(LicenseKey one, LicenseKey other) {
        throw new IllegalArgumentException("Two keys with the kid " + one.kid());
    }
}

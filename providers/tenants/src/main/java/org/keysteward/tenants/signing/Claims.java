package org.keysteward.tenants.signing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.Limits;

/** A signed license as JWT claims. Claims that it does not know are ignored (RFC 7519, section 4). */
final class Claims {
    /** The last second of the year 9999, behind which times are no longer written alike everywhere. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final Map<String, @Nullable Object> claims;

    private Claims(Map<String, @Nullable Object> claims) {
        this.claims = claims;
    }

    static SignedLicense read(Map<String, @Nullable Object> claims) throws MalformedException {
        return new Claims(claims).license();
    }

    static Map<String, Object> write(SignedLicense license) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("jti", license.id());
        claims.put("sub", license.tenant());
        claims.put("aud", license.audience().size() == 1 ? license.audience().get(0) : license.audience());
        if (license.issuedAt() != null) {
            claims.put("iat", license.issuedAt().getEpochSecond());
        }
        claims.put("nbf", license.startsAt().getEpochSecond());
        claims.put("exp", license.expiresAt().getEpochSecond());
        claims.put("plan", license.plan());
        if (!license.limits().isEmpty()) {
            claims.put("limits", license.limits().byKey());
        }
        if (!license.features().isEmpty()) {
            claims.put("features", license.features());
        }
        if (license.graceDays() != null) {
            claims.put("graceDays", license.graceDays());
        }
        return claims;
    }

    private SignedLicense license() throws MalformedException {
        try {
            return new SignedLicense(
                    text("jti"),
                    text("sub"),
                    audience(),
                    claims.containsKey("iat") ? time("iat") : null,
                    time("nbf"),
                    time("exp"),
                    text("plan"),
                    limits(),
                    features(),
                    graceDays());
        } catch (IllegalArgumentException e) {
            throw new MalformedException(String.valueOf(e.getMessage()), e);
        }
    }

    private String text(String name) throws MalformedException {
        if (claims.get(name) instanceof String text) {
            return text;
        }
        throw new MalformedException("The claim " + name + " is needed, as a text.");
    }

    private List<String> audience() throws MalformedException {
        if (claims.get("aud") instanceof String one) {
            return List.of(one);
        }
        if (!(claims.get("aud") instanceof List<?> several)) {
            throw new MalformedException("The claim aud is needed, as a text or an array of texts.");
        }
        var audience = new ArrayList<String>();
        for (var one : several) {
            if (!(one instanceof String text)) {
                throw new MalformedException("The claim aud is a text or an array of texts.");
            }
            audience.add(text);
        }
        return audience;
    }

    /** A NumericDate (RFC 7519, section 2): seconds, possibly with a fraction, which is cut off. */
    private Instant time(String name) throws MalformedException {
        if (claims.get(name) instanceof Number seconds
                && seconds.doubleValue() >= 0
                && seconds.doubleValue() <= LAST_SECOND) {
            return Instant.ofEpochSecond(seconds.longValue());
        }
        throw new MalformedException("The claim " + name + " is needed, as seconds since 1970.");
    }

    private Limits limits() throws MalformedException {
        var limits = new EnumMap<Limit, Long>(Limit.class);
        for (var entry : object("limits").entrySet()) {
            // A limit that nobody here keeps would be a license that promises what does not hold.
            var limit = Limit.of(entry.getKey())
                    .orElseThrow(() -> new MalformedException("There is no limit \"" + entry.getKey() + "\"."));
            if (!(entry.getValue() instanceof Long value) || value < 0 || value > Limits.MAXIMUM) {
                throw new MalformedException(
                        "The limit \"" + limit.key() + "\" is a whole number from 0 to " + Limits.MAXIMUM + ".");
            }
            limits.put(limit, value);
        }
        return new Limits(limits);
    }

    private Map<String, Object> features() throws MalformedException {
        var features = new LinkedHashMap<String, Object>();
        for (var entry : object("features").entrySet()) {
            var value = entry.getValue();
            if (value == null) {
                throw new MalformedException("The feature \"" + entry.getKey() + "\" has no value.");
            }
            features.put(entry.getKey(), value);
        }
        return features;
    }

    private @Nullable Integer graceDays() throws MalformedException {
        if (!claims.containsKey("graceDays")) {
            return null;
        }
        if (claims.get("graceDays") instanceof Long days && days >= 0 && days <= SignedLicense.MAX_GRACE_DAYS) {
            return days.intValue();
        }
        throw new MalformedException(
                "The claim graceDays is a whole number from 0 to " + SignedLicense.MAX_GRACE_DAYS + ".");
    }

    private Map<String, @Nullable Object> object(String name) throws MalformedException {
        if (!claims.containsKey(name)) {
            return Map.of();
        }
        if (claims.get(name) instanceof Map<?, ?> object) {
            return Json.objectOf(object);
        }
        throw new MalformedException("The claim " + name + " is an object.");
    }
}

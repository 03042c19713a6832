package org.keysteward.roles.client;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An access token <strong>that the application has verified</strong>.
 *
 * <p><strong>Neither this type nor anything in this library verifies a token. Make one only of what your security
 * library has accepted: right signature, right issuer, right audience, not expired. Whoever can hand in a token that was
 * not verified has every permission that they care to write into it.</strong>
 *
 * @param raw as it came in the {@code Authorization} header, without {@code Bearer}; it goes to the server with questions
 * @param claims of the same token, as parsed JSON: maps, collections, strings, numbers; empty for a token that says
 *     nothing, such as an opaque or a lightweight one
 */
public record AccessToken(String raw, Map<String, Object> claims) {
    /** RFC 6750, section 2.1. */
    private static final Pattern B64TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    /** @throws IllegalArgumentException if this cannot be a token; the message does not repeat it */
    public AccessToken {
        if (!B64TOKEN.matcher(raw).matches()) {
            throw new IllegalArgumentException("This is no bearer token");
        }
        // A claim may be null, which Map.copyOf refuses.
        claims = Collections.unmodifiableMap(new HashMap<>(claims));
    }

    /**
     * The token with the claims that stand in it, for security libraries that give claims as types of their own.
     *
     * @param raw <strong>a token that the application has verified</strong>: it is decoded here and not checked
     */
    public static AccessToken ofVerified(String raw) {
        return new AccessToken(raw, Json.claims(raw));
    }

    /** The one organization that the token is for; empty where it names none or several. */
    public Optional<String> tenant() {
        var organization = claims.get("organization");
        if (organization instanceof String alias) {
            return Optional.of(alias);
        }
        var aliases = organization instanceof Map<?, ?> byAlias ? byAlias.keySet() : organization;
        return aliases instanceof Collection<?> several
                        && several.size() == 1
                        && several.iterator().next() instanceof String alias
                ? Optional.of(alias)
                : Optional.empty();
    }

    /** What the token says of the tenant; empty where it says nothing but perhaps its name. */
    Map<?, ?> of(String tenant) {
        return claims.get("organization") instanceof Map<?, ?> byAlias && byAlias.get(tenant) instanceof Map<?, ?> facts
                ? facts
                : Map.of();
    }

    /** When it ends; empty where it does not say. */
    Optional<Instant> expiry() {
        var exp = claims.get("exp");
        if (exp instanceof Number seconds) {
            return Optional.of(Instant.ofEpochSecond(seconds.longValue()));
        }
        if (exp instanceof Date date) {
            return Optional.of(date.toInstant());
        }
        return exp instanceof Instant instant ? Optional.of(instant) : Optional.empty();
    }

    /** Says nothing of the token: it is a secret, and its claims are personal data. */
    @Override
    public String toString() {
        return "AccessToken";
    }
}

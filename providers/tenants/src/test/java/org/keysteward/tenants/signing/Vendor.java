package org.keysteward.tenants.signing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Json;

/** A vendor with the keys of RFC 8037, appendix A, and RFC 7515, appendix A.3, and a license that is good today. */
final class Vendor {
    static final String TENANT = "acme";
    static final String ISSUER = "https://login.example/realms/customer";
    static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-15T12:00:00Z"), ZoneOffset.UTC);

    static final LicenseSigningKey A = LicenseSigningKey.ofJwk(Map.of(
            "kty", "OKP",
            "crv", "Ed25519",
            "kid", "a",
            "x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
            "d", "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"));
    static final LicenseSigningKey B = LicenseSigningKey.ofJwk(Map.of(
            "kty", "EC",
            "crv", "P-256",
            "kid", "b",
            "x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
            "d", "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"));
    static final LicenseKeys KEYS = new LicenseKeys(List.of(A.publicKey(), B.publicKey()));

    private Vendor() {}

    static LicenseSigningKey key(String kid) {
        return kid.equals("b") ? B : A;
    }

    static LicenseVerifier verifier() {
        return new LicenseVerifier(KEYS, ISSUER, TODAY);
    }

    static String token(LicenseSigningKey key) {
        return token(key, Map.of());
    }

    /** The good license with some claims changed; null takes one away. */
    static String token(LicenseSigningKey key, Map<String, ? extends @Nullable Object> changes) {
        return new LicenseSigner(key).sign(Json.write(header(key, Map.of())), Json.write(claims(changes)));
    }

    static Map<String, Object> header(LicenseSigningKey key, Map<String, ? extends @Nullable Object> changes) {
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", key.publicKey().algorithm().jwsName());
        header.put("kid", key.publicKey().kid());
        return changed(header, changes);
    }

    static Map<String, Object> claims(Map<String, ? extends @Nullable Object> changes) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("jti", "0198c1a2-0000-7000-8000-000000000001");
        claims.put("sub", TENANT);
        claims.put("aud", ISSUER);
        claims.put("iat", seconds("2026-11-01T00:00:00Z"));
        claims.put("nbf", seconds("2026-11-01T00:00:00Z"));
        claims.put("exp", seconds("2027-11-01T00:00:00Z"));
        claims.put("plan", "team");
        claims.put("limits", Map.of("seats", 50));
        claims.put("features", Map.of("sso", true));
        claims.put("graceDays", 14);
        return changed(claims, changes);
    }

    static long seconds(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    private static Map<String, Object> changed(
            Map<String, Object> members, Map<String, ? extends @Nullable Object> changes) {
        changes.forEach((name, value) -> {
            if (value == null) {
                members.remove(name);
            } else {
                members.put(name, value);
            }
        });
        return members;
    }
}

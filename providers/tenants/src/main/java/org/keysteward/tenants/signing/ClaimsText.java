package org.keysteward.tenants.signing;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Json;

/** Claims to be read by people: a line each, as JSON, and times a second time as people write them. */
record ClaimsText(Map<String, ? extends @Nullable Object> claims) {
    private static final Set<String> TIMES = Set.of("iat", "nbf", "exp");
    private static final long LAST_SECOND = Instant.MAX.getEpochSecond();

    @Override
    public String toString() {
        return claims.entrySet().stream()
                .map(claim -> "  " + claim.getKey() + ": " + Json.write(claim.getValue())
                        + asTime(claim.getKey(), claim.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String asTime(String claim, @Nullable Object value) {
        return TIMES.contains(claim) && value instanceof Long seconds && seconds >= 0 && seconds <= LAST_SECOND
                ? " (" + Instant.ofEpochSecond(seconds) + ")"
                : "";
    }
}

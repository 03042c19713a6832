package org.keysteward.tenants.signing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.tenants.Limits;
import org.keysteward.tenants.Plan;

/**
 * What a vendor signs. Times are cut to whole seconds.
 *
 * @param id {@code jti}: 1 to 200 characters
 * @param tenant {@code sub}: the tenant's alias
 * @param audience {@code aud}: the issuers of the realms that it is for
 * @param issuedAt {@code iat}
 * @param startsAt {@code nbf}
 * @param expiresAt {@code exp}: the first moment at which it is over
 * @param plan the plan's key
 * @param limits limits that differ from the plan's
 * @param features features that differ from the plan's; values are never null
 * @param graceDays how long it goes on after it expired, 0 to {@value #MAX_GRACE_DAYS}; null where the vendor leaves
 *     that to others
 */
public record SignedLicense(
        String id,
        String tenant,
        List<String> audience,
        @Nullable Instant issuedAt,
        Instant startsAt,
        Instant expiresAt,
        String plan,
        Limits limits,
        Map<String, Object> features,
        @Nullable Integer graceDays) {
    public static final int MAX_GRACE_DAYS = 3650;

    private static final int MAX_ID = 200;
    private static final int MAX_NAME = 255;
    private static final int MAX_FEATURES = 200;
    private static final int MAX_FEATURE_NAME = 100;

    /** @throws IllegalArgumentException with a sentence that says which claim is wrong, and how */
    public SignedLicense {
        requireText("jti", id, MAX_ID);
        requireText("sub", tenant, MAX_NAME);
        audience = List.copyOf(audience);
        if (audience.isEmpty()) {
            throw new IllegalArgumentException("The claim aud names nobody.");
        }
        audience.forEach(one -> requireText("aud", one, MAX_NAME * 8));
        issuedAt = issuedAt == null ? null : issuedAt.truncatedTo(ChronoUnit.SECONDS);
        startsAt = startsAt.truncatedTo(ChronoUnit.SECONDS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
        if (!expiresAt.isAfter(startsAt)) {
            throw new IllegalArgumentException("The term is backwards: exp is not after nbf.");
        }
        if (!Plan.isKey(plan)) {
            throw new IllegalArgumentException("The claim plan is not a plan's key.");
        }
        if (graceDays != null && (graceDays < 0 || graceDays > MAX_GRACE_DAYS)) {
            throw new IllegalArgumentException("The claim graceDays is a number from 0 to " + MAX_GRACE_DAYS + ".");
        }
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        requireFeatures(features);
    }

    /** When it was issued, as far as an older license is told from a newer one. */
    public Instant issued() {
        return issuedAt == null ? startsAt : issuedAt;
    }

    private static void requireText(String claim, String text, int maxLength) {
        if (text.isBlank() || text.length() > maxLength || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The claim " + claim + " has 1 to " + maxLength + " characters, and none of control.");
        }
    }

    private static void requireFeatures(Map<String, Object> features) {
        if (features.size() > MAX_FEATURES) {
            throw new IllegalArgumentException("At most " + MAX_FEATURES + " features.");
        }
        features.forEach((name, value) -> {
            if (name.isBlank() || name.length() > MAX_FEATURE_NAME) {
                throw new IllegalArgumentException("A feature's name has 1 to " + MAX_FEATURE_NAME + " characters.");
            }
            // A caller's map may hold what its type forbids.
            if (value == null) {
                throw new IllegalArgumentException("The feature \"" + name + "\" has no value.");
            }
        });
    }
}

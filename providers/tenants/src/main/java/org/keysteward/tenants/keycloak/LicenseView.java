package org.keysteward.tenants.keycloak;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.keysteward.tenants.License;
import org.keysteward.tenants.Limit;

/**
 * A tenant's license.
 *
 * @param plan the plan's key; absent where none holds
 * @param source {@code administrator}, {@code signed} or {@code default}
 * @param state {@code trial}, {@code active}, {@code grace}, {@code expired} or {@code suspended}
 * @param limits those in force; what is absent is unlimited
 * @param overrides limits that differ from the plan's
 * @param features those in force, to whomever they are given
 * @param featureOverrides features that differ from the plan's
 * @param rolloutOverrides roll-outs that differ from the plan's
 * @param startsAt the first moment of its term; on trial before it
 * @param expiresAt the first moment after its term
 * @param graceDays how many days it is honoured beyond its end
 * @param graceEndsAt when those are over
 * @param onExpiry {@code deny-sign-in}, {@code no-growth} or {@code allow}
 * @param suspension absent while it is in force
 * @param use what the tenant has of what this product limits, by limit; absent in lists
 * @param signedId the id of the signed license that it comes from
 * @param updatedAt when it was last given; absent where nobody has
 */
public record LicenseView(
        @Nullable String plan,
        String source,
        String state,
        Map<String, Long> limits,
        Map<String, Long> overrides,
        Map<String, Object> features,
        Map<String, Object> featureOverrides,
        Map<String, RolloutBody> rolloutOverrides,
        @Nullable String startsAt,
        @Nullable String expiresAt,
        int graceDays,
        @Nullable String graceEndsAt,
        String onExpiry,
        @Nullable SuspensionView suspension,
        UseView seats,
        @Nullable Map<String, UseView> use,
        @Nullable String signedId,
        @Nullable String updatedAt) {
    /** Why a license is out of force. */
    public record SuspensionView(String since, String reason) {}

    /**
     * What is used of a limit.
     *
     * @param limit absent for unlimited
     */
    public record UseView(long used, @Nullable Long limit, boolean overLimit) {
        static UseView of(long used, OptionalLong limit) {
            return new UseView(
                    used, limit.isPresent() ? limit.getAsLong() : null, limit.isPresent() && used > limit.getAsLong());
        }
    }

    static LicenseView of(License license, @Nullable LicenseEntity row, long seatsUsed, Instant now) {
        return of(license, row, seatsUsed, null, now);
    }

    static LicenseView of(
            License license,
            @Nullable LicenseEntity row,
            long seatsUsed,
            @Nullable Map<String, UseView> use,
            Instant now) {
        var plan = license.plan();
        var term = license.term();
        var suspension = license.suspension();
        return new LicenseView(
                plan == null ? null : plan.key(),
                license.source().name().toLowerCase(Locale.ROOT),
                license.state(now).key(),
                license.limits().byKey(),
                license.overrides().limits().byKey(),
                license.features(),
                license.overrides().features(),
                FeaturesBody.shown(license.overrides().rollouts()),
                text(term.startsAt()),
                text(term.expiresAt()),
                term.graceDays(),
                text(term.graceEndsAt().orElse(null)),
                license.onExpiry().key(),
                suspension == null
                        ? null
                        : new SuspensionView(suspension.since().toString(), suspension.reason()),
                UseView.of(seatsUsed, license.limits().of(Limit.SEATS)),
                use,
                row == null ? null : row.signedId(),
                row == null || row.updatedAt() == 0
                        ? null
                        : Instant.ofEpochMilli(row.updatedAt()).toString());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}

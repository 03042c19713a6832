package org.keysteward.tenants.keycloak;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.tenants.License;

/**
 * A tenant's license.
 *
 * @param plan the plan's key; absent where none holds
 * @param source {@code administrator} or {@code default}
 * @param limits those in force; what is absent is unlimited
 * @param overrides limits that differ from the plan's
 * @param updatedAt when it was last given; absent where nobody has
 */
public record LicenseView(
        @Nullable String plan,
        String source,
        Map<String, Long> limits,
        Map<String, Long> overrides,
        Map<String, Object> features,
        SeatsView seats,
        @Nullable String updatedAt) {
    /**
     * Seats of a tenant.
     *
     * @param limit absent for unlimited
     */
    public record SeatsView(long used, @Nullable Long limit, boolean overLimit) {}

    static LicenseView of(License license, long used, long updatedAt) {
        var seats = license.seats();
        var plan = license.plan();
        return new LicenseView(
                plan == null ? null : plan.key(),
                license.source().name().toLowerCase(Locale.ROOT),
                license.limits().byKey(),
                license.overrides().byKey(),
                license.features(),
                new SeatsView(
                        used, seats.seats().isPresent() ? seats.seats().getAsLong() : null, seats.exceededBy(used)),
                updatedAt == 0 ? null : Instant.ofEpochMilli(updatedAt).toString());
    }
}

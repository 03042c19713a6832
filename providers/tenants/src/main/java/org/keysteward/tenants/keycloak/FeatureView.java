package org.keysteward.tenants.keycloak;

import org.jspecify.annotations.Nullable;
import org.keysteward.tenants.License;

/**
 * A feature of a tenant, as its license has it: not what it is for somebody at a moment.
 *
 * @param source {@code plan}, or {@code override} where the tenant's value or roll-out is its own
 * @param rollout to whom and when it is given; absent for everyone
 */
public record FeatureView(
        String key, Object value, String source, @Nullable RolloutBody rollout) {
    static FeatureView of(License license, String key, Object value) {
        return new FeatureView(
                key,
                value,
                isOverridden(license, key) ? "override" : "plan",
                license.rollout(key).map(RolloutBody::of).orElse(null));
    }

    private static boolean isOverridden(License license, String key) {
        var overrides = license.overrides();
        return overrides.features().containsKey(key) || overrides.rollouts().containsKey(key);
    }
}

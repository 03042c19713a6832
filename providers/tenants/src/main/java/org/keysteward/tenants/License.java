package org.keysteward.tenants;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keysteward.tenants.features.Rollout;

/**
 * What one tenant may use.
 *
 * @param plan the plan it comes from; null where the realm has no default and nobody has chosen one
 * @param source who chose the plan
 * @param overrides what differs from the plan in this tenant
 * @param suspension null while it is in force
 */
public record License(
        @Nullable Plan plan,
        Source source,
        Overrides overrides,
        Term term,
        @Nullable Suspension suspension) {
    /** Where a license comes from. */
    public enum Source {
        /** An administrator chose it for this tenant. */
        ADMINISTRATOR,
        /** A license that the vendor has signed was installed. */
        SIGNED,
        /** Nobody did: the realm's default plan holds, whichever that is at the time. */
        DEFAULT
    }

    /** What a tenant has instead of what its plan says. */
    public record Overrides(Limits limits, Map<String, Object> features, Map<String, Rollout> rollouts) {
        public static final Overrides NONE = new Overrides(Limits.NONE, Map.of(), Map.of());

        public Overrides {
            features = Map.copyOf(features);
            rollouts = Map.copyOf(rollouts);
        }
    }

    /** The limits in force. */
    public Limits limits() {
        return (plan == null ? Limits.NONE : plan.limits()).overriddenBy(overrides.limits());
    }

    /** The features in force, to whomever they are given. */
    public Map<String, Object> features() {
        var features = new HashMap<>(plan == null ? Map.<String, Object>of() : plan.features());
        features.putAll(overrides.features());
        return Map.copyOf(features);
    }

    /** Whom the feature is given to; empty for everyone. A tenant that overrides a feature overrides its roll-out too. */
    public Optional<Rollout> rollout(String feature) {
        if (overrides.features().containsKey(feature) || overrides.rollouts().containsKey(feature)) {
            return Optional.ofNullable(overrides.rollouts().get(feature));
        }
        return plan == null
                ? Optional.empty()
                : Optional.ofNullable(plan.rollouts().get(feature));
    }

    /**
     * Decides on one more of what the limit counts.
     *
     * @param used how many there are without it
     */
    public Reservation reserve(Limit limit, long used, Instant now) {
        if (!grows(now)) {
            return new Reservation.NotInForce(state(now));
        }
        var allowed = limits().of(limit);
        return allowed.isEmpty() || used < allowed.getAsLong()
                ? new Reservation.Granted()
                : new Reservation.LimitReached(limit, used, allowed.getAsLong());
    }

    public boolean invitationsHoldSeats() {
        return plan == null || plan.invitationsHoldSeats();
    }

    public OnExpiry onExpiry() {
        return plan == null ? OnExpiry.NO_GROWTH : plan.onExpiry();
    }

    public LicenseState state(Instant now) {
        return suspension == null ? term.state(now) : LicenseState.SUSPENDED;
    }

    /** Whether the tenant may take on anything new: a member, an invitation, a domain, an identity provider. */
    public boolean grows(Instant now) {
        return switch (state(now)) {
            case TRIAL, ACTIVE, GRACE -> true;
            case EXPIRED -> onExpiry() == OnExpiry.ALLOW;
            case SUSPENDED -> false;
        };
    }

    /** Whether the tenant's members are to be refused by Keycloak itself. */
    public boolean deniesSignIn(Instant now) {
        return switch (state(now)) {
            case TRIAL, ACTIVE, GRACE -> false;
            case EXPIRED -> onExpiry() == OnExpiry.DENY_SIGN_IN;
            case SUSPENDED -> true;
        };
    }
}

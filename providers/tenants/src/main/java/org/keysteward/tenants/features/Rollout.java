package org.keysteward.tenants.features;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * To whom a feature is given, and when.
 *
 * @param percentage of tenants or members that have it, 0 to 100; who has it at one percentage has it at every higher
 * @param by what is counted
 * @param from null for always; the first moment at which it is given
 * @param until null for ever; the first moment at which it is no longer given
 * @param otherwise the value for everyone else; null for none, or {@code false} where the feature is a boolean
 */
public record Rollout(
        int percentage,
        By by,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Object otherwise) {
    /** What a percentage is a part of. */
    public enum By {
        TENANT,
        MEMBER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<By> of(String key) {
            return Arrays.stream(values()).filter(by -> by.key().equals(key)).findFirst();
        }
    }

    public Rollout {
        if (percentage < 0 || percentage > 100) {
            throw new IllegalArgumentException("Not a percentage: " + percentage);
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("A roll-out ends before it starts");
        }
    }

    boolean isScheduled() {
        return from != null || until != null;
    }

    boolean runs(Instant now) {
        return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
    }

    /** Whether it depends on who asks, and not on the tenant's license and the clock alone. */
    boolean splits() {
        return percentage < 100 || by == By.MEMBER;
    }

    /** Whether it gives the feature while it runs; nobody in particular is no member. */
    boolean includes(String feature, String tenantId, @Nullable String member) {
        return switch (by) {
            case TENANT -> Bucket.of(feature, tenantId).isWithin(percentage);
            case MEMBER ->
                member != null && Bucket.of(feature, tenantId, member).isWithin(percentage);
        };
    }
}

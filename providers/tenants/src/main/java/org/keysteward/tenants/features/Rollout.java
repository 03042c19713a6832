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
}

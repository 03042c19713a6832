package org.keysteward.roles;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an assignment holds.
 *
 * @param from the first moment; null for since ever
 * @param until the first moment at which it holds no more; null for ever
 */
public record Validity(@Nullable Instant from, @Nullable Instant until) {
    public static final Validity ALWAYS = new Validity(null, null);

    /** Where a moment stands to it. */
    public enum State {
        SCHEDULED,
        ACTIVE,
        EXPIRED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> of(String key) {
            return Arrays.stream(values())
                    .filter(state -> state.key().equals(key))
                    .findFirst();
        }
    }

    /** @throws IllegalArgumentException where it ends before it begins */
    public Validity {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("An assignment ends after it begins.");
        }
    }

    public State at(Instant now) {
        if (until != null && !now.isBefore(until)) {
            return State.EXPIRED;
        }
        return from != null && now.isBefore(from) ? State.SCHEDULED : State.ACTIVE;
    }

    /** When it will be another than it is now: the end of what is said about it now. */
    public Optional<Instant> changesAfter(Instant now) {
        return switch (at(now)) {
            case SCHEDULED -> Optional.ofNullable(from);
            case ACTIVE -> Optional.ofNullable(until);
            case EXPIRED -> Optional.empty();
        };
    }

    /** Milliseconds since the epoch. */
    long begin() {
        return from == null ? Long.MIN_VALUE : from.toEpochMilli();
    }

    /** Milliseconds since the epoch. */
    long end() {
        return until == null ? Long.MAX_VALUE : until.toEpochMilli();
    }
}

package org.keysteward.tenants.keycloak;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.tenants.features.Rollout;

/**
 * To whom a feature is given, as it is sent, shown and stored.
 *
 * @param percentage 0 to 100; all where absent
 * @param by {@code tenant} or {@code member}; {@code tenant} where absent
 * @param from ISO 8601
 * @param until ISO 8601
 * @param otherwise the value for everyone else
 */
public record RolloutBody(
        @Nullable Integer percentage,
        @Nullable String by,
        @Nullable String from,
        @Nullable String until,
        @Nullable Object otherwise) {
    private static final int EVERYONE = 100;

    static RolloutBody of(Rollout rollout) {
        return new RolloutBody(
                rollout.percentage(),
                rollout.by().key(),
                rollout.from() == null ? null : rollout.from().toString(),
                rollout.until() == null ? null : rollout.until().toString(),
                rollout.otherwise());
    }

    void validate(String pointer, FieldErrors errors) {
        if (percentage != null && (percentage < 0 || percentage > EVERYONE)) {
            errors.add(pointer + "/percentage", "A percentage is a whole number from 0 to 100.");
        }
        if (by != null && Rollout.By.of(by).isEmpty()) {
            errors.add(pointer + "/by", "A roll-out is by tenant or by member.");
        }
        var start = errors.optionalTime(pointer + "/from", from);
        var end = errors.optionalTime(pointer + "/until", until);
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            errors.add(pointer + "/until", "A roll-out cannot end before it starts.");
        }
    }

    /** To be called on what {@link #validate} found nothing wrong with, or on what was stored. */
    Rollout rollout() {
        return new Rollout(
                percentage == null ? EVERYONE : percentage,
                by == null ? Rollout.By.TENANT : Rollout.By.of(by).orElse(Rollout.By.TENANT),
                from == null ? null : Instant.parse(from),
                until == null ? null : Instant.parse(until),
                otherwise);
    }
}

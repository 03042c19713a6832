package org.keysteward.audit.query;

import java.time.Duration;
import java.time.Instant;

/** A token bucket: so many events a second, and as many at once. */
final class EventBudget {
    private final int perSecond;
    private double left;
    private Instant filled;

    EventBudget(int perSecond, Instant now) {
        this.perSecond = perSecond;
        this.left = perSecond;
        this.filled = now;
    }

    boolean take(Instant now) {
        var since = Duration.between(filled, now);
        if (!since.isNegative()) {
            left = Math.min(perSecond, left + perSecond * (since.toNanos() / 1e9));
            filled = now;
        }
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}

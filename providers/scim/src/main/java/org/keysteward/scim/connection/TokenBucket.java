package org.keysteward.scim.connection;

import java.time.Duration;

/** So many requests a minute, evenly: what was not used is kept for at most a minute. For threads at once. */
public final class TokenBucket {
    private static final double NANOS_A_MINUTE = Duration.ofMinutes(1).toNanos();

    private long perMinute;
    private double tokens;
    private long filledAt;

    /**
     * @param perMinute at least 0
     * @param now of {@link System#nanoTime}
     */
    public TokenBucket(long perMinute, long now) {
        this.perMinute = perMinute;
        this.tokens = perMinute;
        this.filledAt = now;
    }

    /** What is allowed from now on. */
    public synchronized void change(long newPerMinute) {
        perMinute = newPerMinute;
        tokens = Math.min(tokens, newPerMinute);
    }

    /**
     * Takes one.
     *
     * @return 0 where there was one, and else in how many whole seconds there will be one
     */
    public synchronized long take(long now) {
        if (perMinute == 0) {
            return Duration.ofMinutes(1).toSeconds();
        }
        tokens = Math.min(perMinute, tokens + (now - filledAt) * perMinute / NANOS_A_MINUTE);
        filledAt = now;
        if (tokens >= 1) {
            tokens--;
            return 0;
        }
        var millis = Math.round((1 - tokens) * NANOS_A_MINUTE / perMinute / 1e6);
        return Math.max(1, (millis + 999) / 1000);
    }
}

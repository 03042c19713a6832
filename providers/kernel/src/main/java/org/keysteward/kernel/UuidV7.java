package org.keysteward.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Time-ordered ids (RFC 9562, section 5.7). Ids of one generator are strictly increasing: within a millisecond, and
 * where the clock stands still or goes back, the 12 bits of {@code rand_a} count up (section 6.2, method 1).
 */
public final class UuidV7 {
    private static final int COUNTER_LIMIT = 0x1000;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long lastMillis;
    private int counter;

    public UuidV7(Clock clock) {
        this.clock = clock;
    }

    public synchronized UUID next() {
        var now = clock.millis();
        if (now > lastMillis) {
            lastMillis = now;
            counter = random.nextInt(COUNTER_LIMIT / 2);
        } else if (++counter == COUNTER_LIMIT) {
            lastMillis++;
            counter = 0;
        }
        var high = (lastMillis << 16) | 0x7000 | counter;
        var low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low);
    }
}

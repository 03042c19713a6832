package org.keysteward.audit.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who has read lately: reading is recorded, and whoever reads page after page is recorded once. */
public final class Readings {
    private static final Duration ONCE_IN = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Instant> recorded = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    public Readings(Clock clock) {
        this.clock = clock;
    }

    /** Whether this one is to be recorded: none of the same was in the last ten minutes. */
    public synchronized boolean isNew(String realm, String actor, String view) {
        var now = clock.instant();
        var key = realm + "\0" + actor + "\0" + view;
        var before = recorded.get(key);
        if (before != null && before.plus(ONCE_IN).isAfter(now)) {
            return false;
        }
        recorded.put(key, now);
        return true;
    }
}

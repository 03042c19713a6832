package org.keysteward.audit.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long a stretch of time is that a summary counts together; in UTC. */
public enum Bucket {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS),
    MONTH(ChronoUnit.MONTHS);

    private final ChronoUnit unit;

    Bucket(ChronoUnit unit) {
        this.unit = unit;
    }

    public static Optional<Bucket> of(String key) {
        return Arrays.stream(values())
                .filter(bucket -> bucket.key().equals(key))
                .findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the one begins that the time lies in. */
    public Instant start(Instant time) {
        var utc = time.atOffset(ZoneOffset.UTC);
        return switch (this) {
            case HOUR, DAY -> utc.truncatedTo(unit).toInstant();
            case MONTH -> firstOfMonth(utc).toInstant();
        };
    }

    public Instant next(Instant start) {
        return start.atOffset(ZoneOffset.UTC).plus(1, unit).toInstant();
    }

    private static OffsetDateTime firstOfMonth(OffsetDateTime utc) {
        return utc.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    }
}

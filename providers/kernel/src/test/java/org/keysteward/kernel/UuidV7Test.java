package org.keysteward.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UuidV7Test {
    private final AtomicLong millis = new AtomicLong(1_790_000_000_000L);
    private final InstantSource source = () -> Instant.ofEpochMilli(millis.get());
    private final UuidV7 ids = new UuidV7(source.withZone(ZoneOffset.UTC));

    @Test
    void hasVersionAndVariantOfRfc9562() {
        var id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void startsWithTheTime() {
        assertThat(ids.next().getMostSignificantBits() >>> 16).isEqualTo(millis.get());
    }

    @Test
    void increasesWhileTheClockStandsStill() {
        var made = new ArrayList<String>();
        for (var i = 0; i < 20_000; i++) {
            made.add(ids.next().toString());
        }

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void increasesWhenTheClockGoesBack() {
        var before = ids.next().toString();
        millis.addAndGet(-60_000);

        var after = ids.next().toString();

        assertThat(after).isGreaterThan(before);
    }

    @Test
    void twoGeneratorsDoNotMeet() {
        UUID one = new UuidV7(Clock.systemUTC()).next();
        UUID other = new UuidV7(Clock.systemUTC()).next();

        assertThat(one).isNotEqualTo(other);
    }
}

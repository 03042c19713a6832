package org.keysteward.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.keysteward.audit.query.Tail.Dropped;
import org.keysteward.audit.query.Tail.Turn;

class TailTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void whatWasThereBeforeComesWithoutAGap() {
        var tail = new Tail(0, 4, 2, NOW);

        assertThat(tail.next(1, true, NOW)).isEqualTo(Turn.SEND);
        assertThat(tail.next(2, true, NOW)).isEqualTo(Turn.SEND);
        assertThat(tail.next(3, true, NOW)).isEqualTo(Turn.WAIT);
        assertThat(tail.position()).isEqualTo(2);
        assertThat(tail.next(3, true, NOW.plusSeconds(1))).isEqualTo(Turn.SEND);
        assertThat(tail.takeDropped()).isEmpty();
    }

    @Test
    void whatIsTooMuchOfTheNewIsLeftOutAndSaid() {
        var tail = new Tail(4, 4, 2, NOW);

        for (var seq = 5; seq <= 9; seq++) {
            tail.next(seq, true, NOW);
        }

        assertThat(tail.position()).isEqualTo(9);
        assertThat(tail.takeDropped()).contains(new Dropped(3, 7, 9));
        assertThat(tail.takeDropped()).isEmpty();
        assertThat(tail.next(10, true, NOW.plusMillis(500))).isEqualTo(Turn.SEND);
    }

    @Test
    void whoDoesNotReadIsNotWrittenTo() {
        var tail = new Tail(0, 1, 10, NOW);

        assertThat(tail.next(1, false, NOW)).isEqualTo(Turn.WAIT);
        assertThat(tail.next(1, true, NOW)).isEqualTo(Turn.SEND);
        assertThat(tail.next(2, false, NOW)).isEqualTo(Turn.LEAVE_OUT);
    }

    @Test
    void aClockThatGoesBackGivesNothing() {
        var tail = new Tail(1, 1, 1, NOW);

        assertThat(tail.next(2, true, NOW)).isEqualTo(Turn.SEND);
        assertThat(tail.next(3, true, NOW.minusSeconds(5))).isEqualTo(Turn.LEAVE_OUT);
    }
}

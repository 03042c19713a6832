package org.keysteward.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeatLimitTest {
    record SeatCase(String description, @Nullable Long seats, long used, boolean granted, long taken)
            implements Tables.Case {}

    static Stream<Named<SeatCase>> cases() {
        return Tables.read("seats.yaml", SeatCase.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decides(SeatCase one) {
        var limit = new SeatLimit(one.seats() == null ? OptionalLong.empty() : OptionalLong.of(one.seats()));

        var reservation = limit.reserve(one.used());

        if (one.granted()) {
            assertThat(reservation).isEqualTo(new SeatReservation.Granted());
        } else {
            assertThat(reservation)
                    .isEqualTo(new SeatReservation.Refused(
                            one.taken(), limit.seats().orElseThrow()));
        }
    }

    @Test
    void isExceededOnlyByMoreThanThereAre() {
        var three = new SeatLimit(OptionalLong.of(3));

        assertThat(three.exceededBy(3)).isFalse();
        assertThat(three.exceededBy(4)).isTrue();
        assertThat(new SeatLimit(OptionalLong.empty()).exceededBy(4)).isFalse();
    }
}

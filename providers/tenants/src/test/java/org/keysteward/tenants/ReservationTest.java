package org.keysteward.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReservationTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    record SeatCase(String description, @Nullable Long seats, long used, boolean granted) implements Tables.Case {}

    static Stream<Named<SeatCase>> cases() {
        return Tables.read("seats.yaml", SeatCase.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decides(SeatCase one) {
        var limits = one.seats() == null ? Limits.NONE : new Limits(Map.of(Limit.SEATS, one.seats()));

        var reservation = Licenses.of(limits).reserve(Limit.SEATS, one.used(), NOW);

        assertThat(reservation)
                .isEqualTo(
                        one.granted()
                                ? new Reservation.Granted()
                                : new Reservation.LimitReached(
                                        Limit.SEATS,
                                        one.used(),
                                        limits.of(Limit.SEATS).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"7,10,NONE", "8,10,NEARLY_FULL", "9,10,NEARLY_FULL", "10,10,FULL", "12,10,FULL", "0,0,FULL", "1,1,FULL"
    })
    void warnsNearTheLastSeat(long used, long limit, SeatWarning expected) {
        assertThat(SeatWarning.at(used, OptionalLong.of(limit))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0", "1000000"})
    void nobodyIsWarnedWithoutALimit(long used) {
        assertThat(SeatWarning.at(used, OptionalLong.empty())).isEqualTo(SeatWarning.NONE);
    }
}

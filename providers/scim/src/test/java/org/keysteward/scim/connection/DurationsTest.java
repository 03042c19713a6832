package org.keysteward.scim.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 10, 99, 1000, 60_000})
    void isRightToAFifth(long millis) {
        var durations = new Durations(Map.of(Durations.classOf(millis), 1L));

        assertThat(durations.percentile(0.5)).isCloseTo(millis, withinPercentage(20));
    }

    @Test
    void percentilesAreThoseOfAll() {
        var counts = new HashMap<Integer, Long>();
        for (var millis = 1; millis <= 1000; millis++) {
            counts.merge(Durations.classOf(millis), 1L, Long::sum);
        }
        var durations = new Durations(counts);

        assertThat(durations.percentile(0.5)).isCloseTo(500L, withinPercentage(20));
        assertThat(durations.percentile(0.95)).isCloseTo(950L, withinPercentage(20));
        assertThat(durations.percentile(0.99)).isBetween(durations.percentile(0.95), 1200L);
    }

    @Test
    void ofNothingIsNothing() {
        assertThat(new Durations(Map.of()).percentile(0.5)).isZero();
        assertThat(Durations.classOf(0)).isEqualTo(Durations.classOf(1));
        assertThat(Durations.classOf(Long.MAX_VALUE)).isEqualTo(80);
    }
}

package org.keysteward.audit.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MonthTest {
    @Test
    void beginsAndEndsInUtc() {
        var month = Month.of(Instant.parse("2026-12-31T23:59:59.999Z").toEpochMilli());

        assertThat(Instant.ofEpochMilli(month.begin())).isEqualTo("2026-12-01T00:00:00Z");
        assertThat(Instant.ofEpochMilli(month.end())).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(month.number()).isEqualTo("202612");
        assertThat(Month.parse("202612")).isEqualTo(month);
        assertThat(Month.of(month.end())).isEqualTo(month.plus(1));
    }
}

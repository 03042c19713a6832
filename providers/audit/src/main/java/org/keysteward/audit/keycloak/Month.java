package org.keysteward.audit.keycloak;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A month of sealing, in UTC: what a partition holds, and an archive. */
record Month(YearMonth month) {
    private static final DateTimeFormatter NUMBER = DateTimeFormatter.ofPattern("yyyyMM");

    static Month of(long millis) {
        return new Month(YearMonth.from(Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC)));
    }

    static Month parse(String number) {
        return new Month(YearMonth.parse(number, NUMBER));
    }

    Month plus(int months) {
        return new Month(month.plusMonths(months));
    }

    /** In milliseconds; belongs to it. */
    long begin() {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** In milliseconds; belongs to the next one. */
    long end() {
        return plus(1).begin();
    }

    /** Six digits. */
    String number() {
        return month.format(NUMBER);
    }
}

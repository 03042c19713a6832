package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.query.Bucket;
import org.keysteward.audit.query.SummaryQuestion;
import org.keysteward.audit.query.SummaryQuestion.Count;

/** What was counted by the hour, and where in the chain an hour lies. */
final class HourRows {
    /** In place of a tenant's id: one row an hour for everything, so that years of hours are quickly read. */
    static final String ANY = "*";

    private static final String WHERE =
            " from KS_AUDIT_HOUR where REALM_ID = ? and TENANT_ID = ? and HOUR_AT >= ?" + " and HOUR_AT < ?";

    // An hour and a day in milliseconds. Days are folded by the database, months of days by us.
    private static final String HOURLY = "HOUR_AT / 3600000 * 3600000";
    private static final String DAILY = "HOUR_AT / 86400000 * 86400000";

    /** Records whose place in the chain is known to be within; both included. */
    record Span(long first, long last) {
        static final Span ALL = new Span(1, Long.MAX_VALUE);
        static final Span NOTHING = new Span(1, 0);
    }

    private final Sql sql;
    private final String realm;

    HourRows(Sql sql, String realm) {
        this.sql = sql;
        this.realm = realm;
    }

    /** Where the records of that time are: no other are there, but others may lie between them. */
    Span span(@Nullable Instant from, @Nullable Instant to) throws SQLException {
        if (from == null && to == null) {
            return Span.ALL;
        }
        var hours = sql.list(
                "select min(FIRST_SEQ), max(LAST_SEQ), count(*)" + WHERE,
                row -> row.getLong(3) == 0 ? Span.NOTHING : new Span(row.getLong(1), row.getLong(2)),
                realm,
                ANY,
                from == null ? 0 : from.truncatedTo(ChronoUnit.HOURS).toEpochMilli(),
                to == null ? Long.MAX_VALUE : to.toEpochMilli());
        return hours.get(0);
    }

    /** @param tenant the organization's id; null for the whole realm */
    List<Count> counts(SummaryQuestion question, @Nullable String tenant) throws SQLException {
        var time = question.bucket() == Bucket.HOUR ? HOURLY : DAILY;
        var key = switch (question.by()) {
            case CATEGORY -> "CATEGORY";
            case ACTION -> "ACTION";
            case OUTCOME -> "case when SUCCESS then 'success' else 'failure' end";
        };
        return sql.list(
                "select " + time + ", " + key + ", sum(RECORDS)" + WHERE + " group by " + time + ", " + key,
                row -> new Count(Instant.ofEpochMilli(row.getLong(1)), row.getString(2), row.getLong(3)),
                realm,
                tenant == null ? "" : tenant,
                question.from().toEpochMilli(),
                question.to().toEpochMilli());
    }
}

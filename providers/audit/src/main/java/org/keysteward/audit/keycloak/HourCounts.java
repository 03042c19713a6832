package org.keysteward.audit.keycloak;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many records of a batch happened in which hour, and between which numbers they lie: what summaries read. */
final class HourCounts {
    private static final long HOUR = 3_600_000L;

    /** One row. */
    private record Hour(String tenant, long at, String category, String action, boolean success) {}

    private record Counted(Hour hour, long records, long first, long last) {
        Counted and(Counted more) {
            return new Counted(hour, records + more.records, Math.min(first, more.first), Math.max(last, more.last));
        }
    }

    private final Map<Hour, Counted> hours = new HashMap<>();

    private HourCounts() {}

    static HourCounts of(List<SealedRecord> sealed) {
        var counts = new HourCounts();
        sealed.forEach(counts::count);
        return counts;
    }

    private void count(SealedRecord record) {
        var at = Math.floorDiv(record.time(), HOUR) * HOUR;
        count(new Hour("", at, record.category(), record.action(), record.success()), record.seq());
        count(new Hour(HourRows.ANY, at, "", "", true), record.seq());
        if (record.tenant() != null) {
            count(new Hour(record.tenant(), at, record.category(), record.action(), record.success()), record.seq());
        }
    }

    private void count(Hour hour, long seq) {
        hours.merge(hour, new Counted(hour, 1, seq, seq), Counted::and);
    }

    /** Under the chain's lock: nobody else makes the rows that are missing. */
    void add(Sql sql, String realm) throws SQLException {
        var counted = List.copyOf(hours.values());
        var updated = sql.batch(
                "update KS_AUDIT_HOUR set RECORDS = RECORDS + ?, FIRST_SEQ = least(FIRST_SEQ, ?), LAST_SEQ ="
                        + " greatest(LAST_SEQ, ?) where REALM_ID = ? and TENANT_ID = ? and HOUR_AT = ?"
                        + " and CATEGORY = ? and ACTION = ? and SUCCESS = ?",
                counted,
                (statement, one) -> bind(statement, realm, one));
        var missing = new ArrayList<Counted>();
        for (var i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                missing.add(counted.get(i));
            }
        }
        sql.batch(
                "insert into KS_AUDIT_HOUR (RECORDS, FIRST_SEQ, LAST_SEQ, REALM_ID, TENANT_ID, HOUR_AT, CATEGORY, ACTION,"
                        + " SUCCESS) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                missing,
                (statement, one) -> bind(statement, realm, one));
    }

    private static void bind(PreparedStatement statement, String realm, Counted one) throws SQLException {
        statement.setLong(1, one.records());
        statement.setLong(2, one.first());
        statement.setLong(3, one.last());
        statement.setString(4, realm);
        statement.setString(5, one.hour().tenant());
        statement.setLong(6, one.hour().at());
        statement.setString(7, one.hour().category());
        statement.setString(8, one.hour().action());
        statement.setBoolean(9, one.hour().success());
    }
}

package org.keysteward.it.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.keysteward.it.harness.Database;

/** Records that happened longer ago than they did, as far as the columns know that retention and archives look at. */
final class AgedRecords {
    private static final long DAY = 86_400_000L;

    private final Database database;
    private final String realm;

    AgedRecords(Database database, String realm) {
        this.database = database;
        this.realm = realm;
    }

    /** All that are sealed by now and have content. */
    void age(int days) {
        update(
                "update KS_AUDIT_RECORD set RECORD_TIME = RECORD_TIME - ? where REALM_ID = ? and BODY is not null",
                days * DAY,
                realm);
    }

    /** Moves what is sealed up to there into another time of sealing: another partition. */
    void seal(long lastSeq, long millis) {
        update("update KS_AUDIT_RECORD set SEALED_AT = ? where REALM_ID = ? and SEQ <= ?", millis, realm, lastSeq);
    }

    int update(String sql, Object... parameters) {
        try (Connection connection = database.connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of what is found, as text. */
    List<String> query(String sql, Object... parameters) {
        try (Connection connection = database.connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> found = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String sql, Object... parameters) {
        return Long.parseLong(query(sql, parameters).get(0));
    }

    long tombstones() {
        return count("select count(*) from KS_AUDIT_RECORD where REALM_ID = ? and BODY is null", realm);
    }

    long lastSeq() {
        return count("select coalesce(max(SEQ), 0) from KS_AUDIT_RECORD where REALM_ID = ?", realm);
    }
}

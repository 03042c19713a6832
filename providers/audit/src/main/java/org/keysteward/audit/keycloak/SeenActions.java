package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which actions a realm has seen, and how they were tagged: where searches by prefix and by tag begin. */
final class SeenActions {
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** Under the chain's lock: nobody else inserts the same. */
    void remember(Sql sql, String realm, List<SealedRecord> sealed) throws SQLException {
        for (var record : sealed) {
            var key = realm + "\0" + record.action() + "\0" + record.tags();
            // Known from the next batch on: this one may yet be rolled back.
            if (!known.contains(key) && isThere(sql, realm, record)) {
                known.add(key);
            }
        }
    }

    private static boolean isThere(Sql sql, String realm, SealedRecord record) throws SQLException {
        var rows = sql.list(
                "select 1 from KS_AUDIT_ACTION where REALM_ID = ? and ACTION = ? and TAGS = ?",
                row -> 1,
                realm,
                record.action(),
                record.tags());
        if (rows.isEmpty()) {
            sql.update(
                    "insert into KS_AUDIT_ACTION (REALM_ID, ACTION, TAGS) values (?, ?, ?)",
                    realm,
                    record.action(),
                    record.tags());
        }
        return !rows.isEmpty();
    }
}

package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.util.List;
import org.keysteward.audit.integrity.Checkpoint;
import org.keysteward.audit.integrity.Signed;
import org.keysteward.audit.integrity.Statement;

/** What was signed about realms' chains. */
final class CheckpointRows {
    static final String CHECKPOINT = "checkpoint";
    static final String RETENTION = "retention";

    private CheckpointRows() {}

    /** A signed statement that the anchor does not have yet. */
    record Unanchored(String realm, String kind, long number, String body, byte[] signature) {}

    static void insert(Sql sql, Signed<? extends Statement> signed, long firstSeq, long lastSeq) throws SQLException {
        var statement = signed.statement();
        sql.update(
                "insert into KS_AUDIT_CHECKPOINT (REALM_ID, KIND, NUMBER_, FIRST_SEQ, LAST_SEQ, BODY, KID, SIGNATURE,"
                        + " CREATED_AT, ANCHORED) values (?, ?, ?, ?, ?, ?, ?, ?, ?, false)",
                statement.realm(),
                statement instanceof Checkpoint ? CHECKPOINT : RETENTION,
                statement.number(),
                firstSeq,
                lastSeq,
                new String(statement.canonical(), java.nio.charset.StandardCharsets.UTF_8),
                statement.kid(),
                signed.signature(),
                statement.time().toEpochMilli());
    }

    static List<Unanchored> unanchored(Sql sql, int most) throws SQLException {
        return sql.list(
                "select REALM_ID, KIND, NUMBER_, BODY, SIGNATURE from KS_AUDIT_CHECKPOINT where ANCHORED = false"
                        + " order by CREATED_AT, REALM_ID, NUMBER_ limit " + most,
                row -> new Unanchored(
                        row.getString(1), row.getString(2), row.getLong(3), row.getString(4), row.getBytes(5)));
    }

    static void anchored(Sql sql, List<Unanchored> written) throws SQLException {
        sql.batch(
                "update KS_AUDIT_CHECKPOINT set ANCHORED = true where REALM_ID = ? and KIND = ? and NUMBER_ = ?",
                written,
                (statement, one) -> {
                    statement.setString(1, one.realm());
                    statement.setString(2, one.kind());
                    statement.setLong(3, one.number());
                });
    }
}

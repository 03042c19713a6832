package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.keysteward.audit.integrity.Hash;
import org.keysteward.audit.integrity.RecordHash;
import org.keysteward.audit.integrity.SeqRange;

/** A realm's chain in its order, tombstones and signatures included: what is exported and verified. */
final class ChainRows {
    /** How many are read in one transaction. */
    static final int WINDOW = 1000;

    /** A signed statement as it was signed. */
    record SignedRow(long number, long firstSeq, long lastSeq, String body, String kid, byte[] signature) {}

    private static final String SIGNED = "select NUMBER_, FIRST_SEQ, LAST_SEQ, BODY, KID, SIGNATURE"
            + " from KS_AUDIT_CHECKPOINT where REALM_ID = ? and KIND = ?";

    private final Sql sql;
    private final String realm;

    ChainRows(Sql sql, String realm) {
        this.sql = sql;
        this.realm = realm;
    }

    List<RecordRow> records(SeqRange range) throws SQLException {
        return sql.list(
                "select " + RecordRow.COLUMNS + " from KS_AUDIT_RECORD where REALM_ID = ? and SEQ >= ? and SEQ <= ?"
                        + " order by SEQ, SEALED_AT",
                RecordRow::read,
                realm,
                range.first(),
                range.last());
    }

    /** The hash of a record, or that from which the chain starts, also where an archive has it; empty where the record is missing. */
    Optional<Hash> hash(long seq) throws SQLException {
        if (seq == 0) {
            return Optional.of(RecordHash.genesis(realm));
        }
        var live = records(new SeqRange(seq, seq)).stream().findFirst().map(RecordRow::hash);
        return live.isPresent() ? live : new ArchiveRows(sql, realm).hash(seq);
    }

    List<Hash> hashes(SeqRange range) throws SQLException {
        return sql.list(
                "select HASH from KS_AUDIT_RECORD where REALM_ID = ? and SEQ >= ? and SEQ <= ? order by SEQ",
                row -> Hash.of(row.getBytes(1)),
                realm,
                range.first(),
                range.last());
    }

    /** Checkpoints whose last record is one of these. */
    List<SignedRow> checkpoints(SeqRange range) throws SQLException {
        return sql.list(
                SIGNED + " and LAST_SEQ >= ? and LAST_SEQ <= ? order by LAST_SEQ, NUMBER_",
                ChainRows::signed,
                realm,
                CheckpointRows.CHECKPOINT,
                range.first(),
                range.last());
    }

    /** The checkpoint that covers the record, if there is one yet. */
    Optional<SignedRow> checkpointOf(long seq) throws SQLException {
        return sql
                .list(
                        SIGNED + " and LAST_SEQ >= ? order by LAST_SEQ limit 1",
                        ChainRows::signed,
                        realm,
                        CheckpointRows.CHECKPOINT,
                        seq)
                .stream()
                .filter(row -> row.firstSeq() <= seq)
                .findFirst();
    }

    /** In the order in which they were made. */
    List<SignedRow> retentions() throws SQLException {
        return sql.list(SIGNED + " order by NUMBER_", ChainRows::signed, realm, CheckpointRows.RETENTION);
    }

    /** Newest first, before that number. */
    List<SignedRow> page(String kind, long before, int count) throws SQLException {
        return sql.list(
                SIGNED + " and NUMBER_ < ? order by NUMBER_ desc limit ?",
                ChainRows::signed,
                realm,
                kind,
                before,
                count);
    }

    /** The first record behind what the chain's own row takes for its end, in one look at both. */
    Optional<Long> behindEnd() throws SQLException {
        return sql
                .list(
                        "select SEQ from KS_AUDIT_RECORD where REALM_ID = ? and SEQ > coalesce("
                                + "(select LAST_SEQ from KS_AUDIT_CHAIN where REALM_ID = ?), 0) order by SEQ limit 1",
                        row -> row.getLong(1),
                        realm,
                        realm)
                .stream()
                .findFirst();
    }

    private static SignedRow signed(java.sql.ResultSet row) throws SQLException {
        return new SignedRow(
                row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4), row.getString(5), row.getBytes(6));
    }
}

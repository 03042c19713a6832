package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keysteward.audit.integrity.Hash;
import org.keysteward.audit.integrity.RetentionCheckpoint;
import org.keysteward.audit.integrity.SeqRange;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;

/**
 * What a realm's chain has given to archives: its beginning, without a gap.
 *
 * <p>The database alone does not prove this: whoever can write to it could delete records and say that they were
 * archived. So whoever verifies also looks whether signed retention checkpoints name all of them, and the hash of the
 * last one is proved by the record behind it, whose own is signed.
 */
final class ArchiveRows {
    private final Sql sql;
    private final String realm;

    ArchiveRows(Sql sql, String realm) {
        this.sql = sql;
        this.realm = realm;
    }

    /** 0 where nothing was archived. */
    long lastSeq() throws SQLException {
        return sql.list(
                        "select coalesce(max(LAST_SEQ), 0) from KS_AUDIT_ARCHIVE where REALM_ID = ?",
                        row -> row.getLong(1),
                        realm)
                .get(0);
    }

    /** The hash of a record that is the last one of an archive. */
    Optional<Hash> hash(long seq) throws SQLException {
        return sql
                .list(
                        "select LAST_HASH from KS_AUDIT_ARCHIVE where REALM_ID = ? and LAST_SEQ = ?",
                        row -> Hash.of(row.getBytes(1)),
                        realm,
                        seq)
                .stream()
                .findFirst();
    }

    void insert(SeqRange records, Hash last, Month month, String fileName, Hash file, long now) throws SQLException {
        sql.update(
                "insert into KS_AUDIT_ARCHIVE (REALM_ID, FIRST_SEQ, LAST_SEQ, LAST_HASH, SEALED_MONTH, FILE_NAME,"
                        + " FILE_HASH, CREATED_AT) values (?, ?, ?, ?, ?, ?, ?, ?)",
                realm,
                records.first(),
                records.last(),
                last.bytes(),
                Integer.parseInt(month.number()),
                fileName,
                file.bytes(),
                now);
        // What the archive has, and what was counted of it. Retention checkpoints stay: they say of every record that
        // is
        // not here why.
        sql.update(
                "delete from KS_AUDIT_CHECKPOINT where REALM_ID = ? and KIND = ? and LAST_SEQ <= ?",
                realm,
                CheckpointRows.CHECKPOINT,
                records.last());
        sql.update("delete from KS_AUDIT_HOUR where REALM_ID = ? and LAST_SEQ <= ?", realm, records.last());
    }

    /**
     * The first record that an archive is said to have and that no retention checkpoint names: somebody has removed it.
     *
     * @param retentions whose signatures hold
     */
    static Optional<Long> unexplained(List<ChainRows.SignedRow> retentions, long archived) {
        var ranges = new ArrayList<SeqRange>();
        for (var retention : retentions) {
            try {
                ranges.addAll(RetentionCheckpoint.ofTree(Json.object(retention.body()))
                        .ranges());
            } catch (MalformedException e) {
                throw new IllegalStateException("What was verified cannot be read", e);
            }
        }
        ranges.sort(Comparator.comparingLong(SeqRange::first));
        var missing = 1L;
        for (var range : ranges) {
            if (range.first() > missing) {
                break;
            }
            missing = Math.max(missing, range.last() + 1);
        }
        return missing > archived ? Optional.empty() : Optional.of(missing);
    }
}

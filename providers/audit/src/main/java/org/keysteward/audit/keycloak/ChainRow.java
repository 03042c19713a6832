package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.audit.integrity.Checkpoint;
import org.keysteward.audit.integrity.RecordHash;
import org.keysteward.audit.integrity.RetentionCheckpoint;
import org.keysteward.kernel.keycloak.Rows;

/**
 * Where a realm's chain ends.
 *
 * <p>INVARIANT: whoever changes anything that is sealed, and whoever erases somebody, holds the lock of this row.
 */
record ChainRow(
        String realm,
        long seq,
        byte[] hash,
        long sealedAt,
        byte[] mac,
        long checkpointNumber,
        long checkpointSeq,
        long checkpointAt,
        byte @Nullable [] checkpointHash,
        long retentionNumber,
        byte @Nullable [] retentionHash) {
    private static final String SELECT = "select REALM_ID, LAST_SEQ, LAST_HASH, SEALED_AT, END_MAC, CHECKPOINT_NUMBER,"
            + " CHECKPOINT_SEQ, CHECKPOINT_AT, CHECKPOINT_HASH, RETENTION_NUMBER, RETENTION_HASH"
            + " from KS_AUDIT_CHAIN where REALM_ID = ?";

    static ChainRow lock(Sql sql, KeycloakSession session, String realm, ServerKeys keys, Instant now)
            throws SQLException {
        var locked = sql.list(SELECT + " for update", ChainRow::read, realm);
        if (!locked.isEmpty()) {
            return locked.get(0);
        }
        var genesis = RecordHash.genesis(realm).bytes();
        Rows.insertIfAbsent(
                Rows.entityManager(session),
                "insert into KS_AUDIT_CHAIN (REALM_ID, LAST_SEQ, LAST_HASH, SEALED_AT, END_MAC, CHECKPOINT_NUMBER,"
                        + " CHECKPOINT_SEQ, CHECKPOINT_AT, RETENTION_NUMBER) values (?, 0, ?, ?, ?, 0, 0, ?, 0)",
                realm,
                genesis,
                now.toEpochMilli(),
                keys.endMac(realm, 0, genesis),
                now.toEpochMilli());
        return sql.list(SELECT + " for update", ChainRow::read, realm).get(0);
    }

    static @Nullable ChainRow find(Sql sql, String realm) throws SQLException {
        var found = sql.list(SELECT, ChainRow::read, realm);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Whether somebody with the server's keys has written where it ends. */
    boolean isAuthentic(ServerKeys keys) {
        return java.security.MessageDigest.isEqual(mac, keys.endMac(realm, seq, hash));
    }

    ChainRow sealedUpTo(long newSeq, byte[] newHash, long now) {
        return new ChainRow(
                realm,
                newSeq,
                newHash,
                now,
                mac,
                checkpointNumber,
                checkpointSeq,
                checkpointAt,
                checkpointHash,
                retentionNumber,
                retentionHash);
    }

    ChainRow signedBy(Checkpoint checkpoint, long now) {
        return new ChainRow(
                realm,
                seq,
                hash,
                sealedAt,
                mac,
                checkpoint.number(),
                checkpoint.lastSeq(),
                now,
                checkpoint.hash().bytes(),
                retentionNumber,
                retentionHash);
    }

    ChainRow expiredBy(RetentionCheckpoint retention) {
        return new ChainRow(
                realm,
                seq,
                hash,
                sealedAt,
                mac,
                checkpointNumber,
                checkpointSeq,
                checkpointAt,
                checkpointHash,
                retention.number(),
                retention.hash().bytes());
    }

    void save(Sql sql, ServerKeys keys) throws SQLException {
        sql.update(
                "update KS_AUDIT_CHAIN set LAST_SEQ = ?, LAST_HASH = ?, SEALED_AT = ?, END_MAC = ?, CHECKPOINT_NUMBER = ?,"
                        + " CHECKPOINT_SEQ = ?, CHECKPOINT_AT = ?, CHECKPOINT_HASH = ?, RETENTION_NUMBER = ?,"
                        + " RETENTION_HASH = ? where REALM_ID = ?",
                seq,
                hash,
                sealedAt,
                keys.endMac(realm, seq, hash),
                checkpointNumber,
                checkpointSeq,
                checkpointAt,
                checkpointHash,
                retentionNumber,
                retentionHash,
                realm);
    }

    private static ChainRow read(java.sql.ResultSet row) throws SQLException {
        return new ChainRow(
                row.getString(1),
                row.getLong(2),
                row.getBytes(3),
                row.getLong(4),
                row.getBytes(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getBytes(9),
                row.getLong(10),
                row.getBytes(11));
    }
}

package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.integrity.Hash;

/**
 * A record that has its place in the chain: as it is chained, its hash, and what it is found by.
 *
 * @param tags sorted, with a blank between them
 * @param body canonical JSON
 */
record SealedRecord(
        long seq,
        UUID id,
        long time,
        @Nullable String tenant,
        String category,
        String action,
        @Nullable String actor,
        @Nullable String target,
        boolean success,
        @Nullable String ipToken,
        String tags,
        String body,
        Hash hash) {
    private static final int MAX_COLUMN = 255;

    static SealedRecord of(
            Inbox.Row row, long seq, Map<String, Object> record, String body, Hash hash, @Nullable String ipToken) {
        var tags = new TreeSet<String>();
        if (record.get("tags") instanceof List<?> list) {
            list.forEach(tag -> tags.add(String.valueOf(tag)));
        }
        return new SealedRecord(
                seq,
                UUID.fromString(row.id()),
                row.time(),
                column(record.get("tenant")),
                String.valueOf(record.get("category")),
                String.valueOf(record.get("action")),
                column(member(record, "actor", "id")),
                column(member(record, "target", "id")),
                Boolean.TRUE.equals(member(record, "outcome", "success")),
                ipToken,
                String.join(" ", tags),
                body,
                hash);
    }

    static void insert(Sql sql, String realm, List<SealedRecord> sealed, long sealedAt) throws SQLException {
        sql.batch(
                "insert into KS_AUDIT_RECORD (REALM_ID, SEQ, SEALED_AT, ID, RECORD_TIME, TENANT_ID, CATEGORY, ACTION,"
                        + " ACTOR_ID, TARGET_ID, SUCCESS, IP_TOKEN, BODY, HASH)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sealed,
                (statement, record) -> {
                    statement.setString(1, realm);
                    statement.setLong(2, record.seq());
                    statement.setLong(3, sealedAt);
                    statement.setObject(4, record.id());
                    statement.setLong(5, record.time());
                    statement.setString(6, record.tenant());
                    statement.setString(7, record.category());
                    statement.setString(8, record.action());
                    statement.setString(9, record.actor());
                    statement.setString(10, record.target());
                    statement.setBoolean(11, record.success());
                    statement.setString(12, record.ipToken());
                    statement.setString(13, record.body());
                    statement.setBytes(14, record.hash().bytes());
                });
    }

    private static @Nullable Object member(Map<String, Object> record, String object, String member) {
        return record.get(object) instanceof Map<?, ?> map ? map.get(member) : null;
    }

    /** What is looked for: databases take neither a zero byte nor more than the column has. */
    private static @Nullable String column(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        var text = String.valueOf(value).replace("\0", "");
        return text.length() > MAX_COLUMN ? text.substring(0, MAX_COLUMN) : text;
    }
}

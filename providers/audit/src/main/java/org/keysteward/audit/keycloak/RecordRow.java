package org.keysteward.audit.keycloak;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.integrity.Hash;

/**
 * A sealed record as the database has it.
 *
 * @param body canonical JSON; null of a tombstone
 */
record RecordRow(
        long seq,
        Hash hash,
        @Nullable String tenant,
        @Nullable String body) {
    static final String COLUMNS = "SEQ, HASH, TENANT_ID, BODY";

    static RecordRow read(ResultSet row) throws SQLException {
        return new RecordRow(row.getLong(1), Hash.of(row.getBytes(2)), row.getString(3), row.getString(4));
    }
}

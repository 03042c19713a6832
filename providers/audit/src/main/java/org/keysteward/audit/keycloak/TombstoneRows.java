package org.keysteward.audit.keycloak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.keysteward.audit.integrity.Hash;
import org.keysteward.audit.retention.KeptRecord;
import org.keysteward.kernel.AuditEntry.Category;

/** Finds records in the order of the chain, and takes away what they say. */
final class TombstoneRows {
    /** A record with its place. */
    record Placed(long seq, long sealedAt, Hash hash, KeptRecord record) {}

    // One part for each category, so that each walks its own index, which has no tombstones in it.
    private static final String OF_CATEGORY =
            "(select SEQ, SEALED_AT, HASH, CATEGORY, RECORD_TIME, TENANT_ID, ACTOR_ID,"
                    + " TARGET_ID from KS_AUDIT_RECORD where REALM_ID = ? and CATEGORY = ? and SEQ > ? order by SEQ limit ?)";

    private final Sql sql;
    private final String realm;

    TombstoneRows(Sql sql, String realm) {
        this.sql = sql;
        this.realm = realm;
    }

    /** The first records of these categories that have content and come behind that one. */
    List<Placed> behind(long seq, Collection<Category> categories, int most) throws SQLException {
        var parameters = new ArrayList<Object>();
        for (var category : categories) {
            Collections.addAll(parameters, realm, category.name().toLowerCase(Locale.ROOT), seq, most);
        }
        parameters.add(most);
        return sql.list(
                "select * from (" + String.join(" union all ", Collections.nCopies(categories.size(), OF_CATEGORY))
                        + ") PLACED order by SEQ limit ?",
                TombstoneRows::read,
                parameters.toArray());
    }

    void expire(List<Placed> records) throws SQLException {
        sql.batch(
                "update KS_AUDIT_RECORD set ID = null, RECORD_TIME = null, TENANT_ID = null, CATEGORY = null,"
                        + " ACTION = null, ACTOR_ID = null, TARGET_ID = null, SUCCESS = null, IP_TOKEN = null, BODY = null"
                        + " where REALM_ID = ? and SEQ = ? and SEALED_AT = ?",
                records,
                (statement, record) -> {
                    statement.setString(1, realm);
                    statement.setLong(2, record.seq());
                    statement.setLong(3, record.sealedAt());
                });
    }

    private static Placed read(ResultSet row) throws SQLException {
        return new Placed(
                row.getLong(1),
                row.getLong(2),
                Hash.of(row.getBytes(3)),
                new KeptRecord(
                        Category.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                        Instant.ofEpochMilli(row.getLong(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)));
    }
}

package org.keysteward.audit.keycloak;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keysteward.audit.integrity.Hash;
import org.keysteward.kernel.keycloak.Rows;

/**
 * Compares the server's keys with those that this database was written with, before anything is written with them. What
 * does not fit stops the server: records written with a wrong key would be lost without anybody noticing.
 */
final class KeyCheck {
    private static final byte[] PLAIN = "keysteward".getBytes(StandardCharsets.US_ASCII);
    private static final String ENCRYPTS = "enc";
    private static final String SIGNS = "sig";
    static final String SEARCHES = "search";

    private record Row(String usedFor, String kid, byte[] value) {}

    private final KeycloakSession session;
    private final ServerKeys keys;
    private final Set<String> kids;
    private final Instant now;

    KeyCheck(KeycloakSession session, ServerKeys keys, Set<String> kids, Instant now) {
        this.session = session;
        this.keys = keys;
        this.kids = kids;
        this.now = now;
    }

    /**
     * The keys, with that of searches, which the database has.
     *
     * @throws AuditKeyException with what the operator can do
     */
    ServerKeys checked() {
        return Sql.in(session, sql -> {
            checkEncryption(sql);
            checkSignature(sql);
            return keys.withSearchKey(searchKey(sql));
        });
    }

    private void checkEncryption(Sql sql) throws SQLException {
        for (var row : rows(sql, ENCRYPTS)) {
            if (keys.has(row.kid())) {
                requireSame(row);
            } else if (isNeeded(sql, row.kid())) {
                throw new AuditKeyException("The audit key '" + row.kid()
                        + "' is missing: names in the audit trail were encrypted with it. Put it back into the key file,"
                        + " behind the newer ones, until the server's log says that it is not needed any more.");
            }
        }
        for (var kid : kids) {
            insert(ENCRYPTS, kid, keys.sealCheck(kid, PLAIN));
        }
    }

    private void requireSame(Row row) {
        var opened = keys.openCheck(row.kid(), row.value());
        if (opened.isEmpty() || !MessageDigest.isEqual(opened.get(), PLAIN)) {
            throw new AuditKeyException("The audit key '" + row.kid()
                    + "' is not the one that this database was written with. Put the original key file back; a new key"
                    + " needs a kid of its own (audit-keys rotate).");
        }
    }

    private void checkSignature(Sql sql) throws SQLException {
        var signer = keys.signer();
        var own = Hash.over(signer.publicKey().key().getEncoded()).bytes();
        for (var row : rows(sql, SIGNS)) {
            if (row.kid().equals(signer.kid()) && !MessageDigest.isEqual(own, fingerprint(row.value()))) {
                throw new AuditKeyException("The audit key '" + signer.kid()
                        + "' that signs is not the one that has signed in this database. Put the original key file back;"
                        + " a new key needs a kid of its own (audit-keys rotate).");
            }
        }
        insert(SIGNS, signer.kid(), signer.publicKey().key().getEncoded());
    }

    private static byte[] fingerprint(byte[] encoded) {
        return Hash.over(encoded).bytes();
    }

    private byte[] searchKey(Sql sql) throws SQLException {
        var rows = rows(sql, SEARCHES);
        if (rows.isEmpty()) {
            insert(SEARCHES, keys.activeKid(), keys.wrap(ServerKeys.newSearchKey(), SEARCHES));
            rows = rows(sql, SEARCHES);
        }
        var row = rows.get(0);
        return keys.unwrap(row.kid(), row.value(), SEARCHES)
                .orElseThrow(() -> new AuditKeyException("The audit key '" + row.kid()
                        + "' is missing or another one: the index of names was encrypted with it. Put the original key"
                        + " file back."));
    }

    /** Whether anything can be read with this key alone. */
    static boolean isNeeded(Sql sql, String kid) throws SQLException {
        return !sql.list("select 1 from KS_AUDIT_PERSON where KID = ? limit 1", row -> 1, kid)
                        .isEmpty()
                || !sql.list("select 1 from KS_AUDIT_KEY where USED_FOR = ? and KID = ?", row -> 1, SEARCHES, kid)
                        .isEmpty()
                || !sql.list("select 1 from KS_AUDIT_INBOX where KID = ? limit 1", row -> 1, kid)
                        .isEmpty();
    }

    private static List<Row> rows(Sql sql, String usedFor) throws SQLException {
        return sql.list(
                "select USED_FOR, KID, VALUE_ from KS_AUDIT_KEY where USED_FOR = ? order by CREATED_AT, KID",
                row -> new Row(row.getString(1), row.getString(2), row.getBytes(3)),
                usedFor);
    }

    /** Two nodes that start together meet at the row. */
    private void insert(String usedFor, String kid, byte[] value) {
        Rows.insertIfAbsent(
                Rows.entityManager(session),
                "insert into KS_AUDIT_KEY (USED_FOR, KID, VALUE_, CREATED_AT) values (?, ?, ?, ?)",
                usedFor,
                kid,
                value,
                now.toEpochMilli());
    }
}

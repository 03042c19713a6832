package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Wraps the keys of persons and of searches anew where an older key of the server has wrapped them, so that the older
 * one can be taken out of the key file.
 */
final class KeyRotation {
    private static final Logger LOG = Logger.getLogger(KeyRotation.class);
    private static final int BATCH = 500;

    private record Wrapped(String realm, String person, byte[] key) {}

    private final ServerKeys keys;
    /** Of which was said that nobody needs them, since this node was started. */
    private final Set<String> unneeded = ConcurrentHashMap.newKeySet();

    KeyRotation(ServerKeys keys) {
        this.keys = keys;
    }

    void run(KeycloakSessionFactory factory) {
        for (var kid : older(factory)) {
            if (!keys.has(kid)) {
                continue;
            }
            var rewrapped = BATCH;
            while (rewrapped == BATCH && !Thread.currentThread().isInterrupted()) {
                rewrapped = KeycloakModelUtils.runJobInTransactionWithResult(
                        factory, session -> Sql.in(session, sql -> rewrapPersons(sql, kid)));
            }
            var needed = KeycloakModelUtils.runJobInTransactionWithResult(
                    factory,
                    session -> Sql.in(session, sql -> {
                        rewrapSearch(sql, kid);
                        return KeyCheck.isNeeded(sql, kid);
                    }));
            if (!needed && unneeded.add(kid)) {
                LOG.infof(
                        "The audit key '%s' is not needed any more, unless a backup from before is restored. It can be"
                                + " taken out of the key file.",
                        kid);
            }
        }
    }

    private List<String> older(KeycloakSessionFactory factory) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> Sql.in(
                        session,
                        sql -> sql.list(
                                "select KID from KS_AUDIT_KEY where USED_FOR = 'enc' and KID <> ? order by CREATED_AT, KID",
                                row -> row.getString(1),
                                keys.activeKid())));
    }

    private int rewrapPersons(Sql sql, String kid) throws SQLException {
        var wrapped = sql.list(
                "select REALM_ID, PERSON_ID, DATA_KEY from KS_AUDIT_PERSON where KID = ? limit " + BATCH,
                row -> new Wrapped(row.getString(1), row.getString(2), row.getBytes(3)),
                kid);
        // INVARIANT: whoever is erased meanwhile has no kid any more, and gets no key back.
        sql.batch(
                "update KS_AUDIT_PERSON set KID = ?, DATA_KEY = ? where REALM_ID = ? and PERSON_ID = ? and KID = ?",
                wrapped,
                (statement, one) -> {
                    statement.setString(1, keys.activeKid());
                    statement.setBytes(2, rewrapped(kid, one.key(), PersonRows.context(one.realm(), one.person())));
                    statement.setString(3, one.realm());
                    statement.setString(4, one.person());
                    statement.setString(5, kid);
                });
        return wrapped.size();
    }

    private void rewrapSearch(Sql sql, String kid) throws SQLException {
        var wrapped = sql.list(
                "select VALUE_ from KS_AUDIT_KEY where USED_FOR = ? and KID = ?",
                row -> row.getBytes(1),
                KeyCheck.SEARCHES,
                kid);
        for (var key : wrapped) {
            sql.update(
                    "update KS_AUDIT_KEY set KID = ?, VALUE_ = ? where USED_FOR = ? and KID = ?",
                    keys.activeKid(),
                    rewrapped(kid, key, KeyCheck.SEARCHES),
                    KeyCheck.SEARCHES,
                    kid);
        }
    }

    private byte[] rewrapped(String kid, byte[] key, String context) {
        var plain = keys.unwrap(kid, key, context)
                .orElseThrow(() -> new IllegalStateException(
                        "A key that the audit key '" + kid + "' has wrapped cannot be unwrapped with it"));
        return keys.wrap(plain, context);
    }
}

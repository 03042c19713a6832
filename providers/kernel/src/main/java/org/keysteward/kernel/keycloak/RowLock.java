package org.keysteward.kernel.keycloak;

import org.hibernate.Session;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Locks that have no row of their own to stand on, in the table of revisions: each is held until the transaction ends. */
public final class RowLock {
    private RowLock() {}

    /**
     * Whoever takes the same lock of the realm waits.
     *
     * @param name at most 300 characters
     */
    public static void take(KeycloakSession session, RealmModel realm, String name) {
        take(session, realm.getId(), name, true);
    }

    /** @param alone whether others who do not want it alone wait as well */
    static void take(KeycloakSession session, String realmId, String name, boolean alone) {
        makeRow(session, realmId, name);
        Rows.entityManager(session).unwrap(Session.class).doWork(connection -> {
            // H2 knows no shared lock of rows.
            var lock = Rows.isPostgres(connection) && !alone ? " for share" : " for update";
            try (var statement = connection.prepareStatement(
                    "select REVISION from KS_REVISION where REALM_ID = ? and SNAPSHOT = ?" + lock)) {
                statement.setString(1, realmId);
                statement.setString(2, name);
                statement.executeQuery();
            }
        });
    }

    static void makeRow(KeycloakSession session, String realmId, String name) {
        Rows.insertIfAbsent(
                Rows.entityManager(session),
                "insert into KS_REVISION (REALM_ID, SNAPSHOT, REVISION) values (?, ?, 0)",
                realmId,
                name);
    }
}

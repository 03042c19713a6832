package org.keysteward.kernel.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What a capability compiles from a realm's rows, held on each node: replaced when another node says that it changed,
 * and compared with the revision row every few seconds in case the message was lost.
 */
public final class RealmSnapshots<T> {
    private static final String WHOLE_REALM = "";

    private final Snapshots<T> snapshots;

    RealmSnapshots(Snapshots<T> snapshots) {
        this.snapshots = snapshots;
    }

    public T of(KeycloakSession session, RealmModel realm) {
        return snapshots.of(session, realm, WHOLE_REALM);
    }

    /**
     * To be called in the transaction that changes the rows, before it reads them where it decides on what it reads:
     * of two that do so at once, one waits for the other. Tells every node on commit.
     */
    public void changed(KeycloakSession session, RealmModel realm) {
        snapshots.changed(session, realm, WHOLE_REALM);
    }

    /** Keeps whoever wants to change the rows waiting until this transaction ends; many may hold them at once. */
    public void hold(KeycloakSession session, RealmModel realm) {
        snapshots.hold(session, realm, WHOLE_REALM, false);
    }
}

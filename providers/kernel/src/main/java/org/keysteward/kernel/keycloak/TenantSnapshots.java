package org.keysteward.kernel.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** As {@link RealmSnapshots}, of what a capability compiles from the rows of one tenant. */
public final class TenantSnapshots<T> {
    private final Snapshots<T> snapshots;

    TenantSnapshots(Snapshots<T> snapshots) {
        this.snapshots = snapshots;
    }

    /** @param tenantId the organization's id */
    public T of(KeycloakSession session, RealmModel realm, String tenantId) {
        return snapshots.of(session, realm, tenantId);
    }

    /** As {@link RealmSnapshots#changed}, for one tenant. */
    public void changed(KeycloakSession session, RealmModel realm, String tenantId) {
        snapshots.changed(session, realm, tenantId);
    }

    /** Keeps whoever wants to change or to lock the rows waiting until this transaction ends. */
    public void lock(KeycloakSession session, RealmModel realm, String tenantId) {
        snapshots.hold(session, realm, tenantId, true);
    }
}

package org.keysteward.kernel.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Reads the rows that a snapshot is made from. */
public interface SnapshotCompiler<T> {
    /**
     * @param revision of the rows that the value was made from
     */
    record Compiled<T>(T value, long revision) {}

    /**
     * What is made must not be newer than its revision: that is read in the same statement as the rows, or before them.
     *
     * @param scope the tenant's id; empty for the realm
     * @param revision the {@code SNAPSHOT} of the realm's row in {@code KS_REVISION}; where there is none, it is 0
     */
    Compiled<T> compile(KeycloakSession session, RealmModel realm, String scope, String revision);
}

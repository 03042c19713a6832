package org.keysteward.scim.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.Rows;

/** Counts the changes of a group's members, however they come about, so that its entity tag changes. */
final class GroupVersions {
    private GroupVersions() {}

    /** Of a group that SCIM has written, in every scope. */
    static void raise(KeycloakSession session, String groupId) {
        Rows.entityManager(session)
                .createQuery("update ScimResourceEntity e set e.version = e.version + 1, e.changedAt = :now"
                        + " where e.resourceId = :id")
                .setParameter("now", System.currentTimeMillis())
                .setParameter("id", groupId)
                .executeUpdate();
    }
}

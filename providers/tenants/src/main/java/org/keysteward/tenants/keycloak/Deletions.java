package org.keysteward.tenants.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.Rows;

/** Tenants that are deleted, and can be restored until that becomes final. */
final class Deletions {
    private Deletions() {}

    static boolean isDeleted(KeycloakSession session, String tenantId) {
        return Rows.entityManager(session).find(DeletionEntity.class, tenantId) != null;
    }
}

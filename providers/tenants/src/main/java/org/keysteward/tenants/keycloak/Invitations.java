package org.keysteward.tenants.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.Rows;

/** Invitations to tenants: Keycloak's own, and what we know of them beside. */
final class Invitations {
    private Invitations() {}

    /** How many can still be accepted. */
    static long pending(KeycloakSession session, String tenantId) {
        return Rows.entityManager(session)
                .createQuery(
                        "select count(i.id) from OrganizationInvitationEntity i where i.organizationId = :tenant"
                                + " and i.expiresAt > :now",
                        Long.class)
                .setParameter("tenant", tenantId)
                .setParameter(
                        "now", (int) KernelFactory.of(session).clock().instant().getEpochSecond())
                .getSingleResult();
    }
}

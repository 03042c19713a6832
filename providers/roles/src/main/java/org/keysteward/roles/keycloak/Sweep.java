package org.keysteward.roles.keycloak;

import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.Rows;

/**
 * Takes away assignments that have ended, a while after they did, since they have given nothing since; and what is left of
 * tenants that went away without an event.
 */
final class Sweep {
    /** So long, people see what has ended. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int AT_ONCE = 1000;

    private Sweep() {}

    static void run(KeycloakSessionFactory factory) {
        var last = AT_ONCE;
        while (last == AT_ONCE) {
            var taken = new int[1];
            KeycloakModelUtils.runJobInTransaction(factory, session -> taken[0] = expired(session));
            last = taken[0];
        }
        KeycloakModelUtils.runJobInTransaction(factory, Sweep::orphans);
    }

    private static void orphans(KeycloakSession session) {
        for (var entity : RoleEntities.PER_TENANT) {
            // The name is a constant of ours.
            Rows.entityManager(session)
                    .createQuery("delete from " + entity + " e where e.tenantId <> :whole and not exists"
                            + " (select 1 from OrganizationEntity o where o.id = e.tenantId)")
                    .setParameter("whole", RoleEntities.WHOLE_REALM)
                    .executeUpdate();
        }
    }

    private static int expired(KeycloakSession session) {
        var entityManager = Rows.entityManager(session);
        var ids = entityManager
                .createQuery("select a.id from AssignmentEntity a where a.validUntil < :before", String.class)
                .setParameter(
                        "before",
                        KernelFactory.of(session).clock().instant().minus(KEPT).toEpochMilli())
                .setMaxResults(AT_ONCE)
                .getResultList();
        if (!ids.isEmpty()) {
            entityManager
                    .createQuery("delete from AssignmentEntity a where a.id in :ids")
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
        return ids.size();
    }
}

package org.keysteward.tenants.keycloak;

import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.AuditTrailProvider;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.kernel.keycloak.TenantDirectory;

/**
 * Makes deletions final whose time has come: members first, some in each transaction, since Keycloak deletes an
 * organization in one and a large one would hold it too long. What was stopped half way goes on at the next run.
 */
final class FinalDeletion {
    private static final Logger LOG = Logger.getLogger(FinalDeletion.class);
    private static final int MEMBERS_AT_ONCE = 100;
    private static final int TENANTS_AT_ONCE = 100;

    private FinalDeletion() {}

    static void run(KeycloakSessionFactory factory) {
        var due = KeycloakModelUtils.runJobInTransactionWithResult(factory, FinalDeletion::due);
        for (var tenant : due) {
            try {
                delete(factory, tenant[0], tenant[1]);
            } catch (RuntimeException e) {
                LOG.warnf(e, "Organization %s could not be deleted; it is tried again", tenant[1]);
            }
        }
    }

    private static void delete(KeycloakSessionFactory factory, String realmId, String tenantId) {
        boolean more;
        do {
            more = KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
                var organization = organization(session, realmId, tenantId);
                return organization != null && isFree(session, organization) && removeSome(session, organization);
            });
        } while (more && !Thread.currentThread().isInterrupted());
    }

    /** @return whether there is more to remove */
    private static boolean removeSome(KeycloakSession session, OrganizationModel organization) {
        var organizations = session.getProvider(OrganizationProvider.class);
        var members = members(session, organization);
        var removed = 0;
        for (var userId : members) {
            var user = session.users().getUserById(session.getContext().getRealm(), userId);
            if (user != null && organizations.removeMember(organization, user)) {
                removed++;
            }
        }
        // Where none of them can be removed, Keycloak removes their memberships with the organization.
        if (removed > 0 && members.size() == MEMBERS_AT_ONCE) {
            return true;
        }
        var tenant = TenantDirectory.ref(organization);
        organizations.remove(organization);
        record(session, tenant);
        LOG.infof("Organization %s was deleted for good", tenant.id());
        return false;
    }

    private static List<String> members(KeycloakSession session, OrganizationModel organization) {
        return Rows.entityManager(session)
                .createQuery(
                        "select m.user.id from OrganizationEntity o join UserGroupMembershipEntity m"
                                + " on m.groupId = o.groupId where o.id = :tenant order by m.user.id",
                        String.class)
                .setParameter("tenant", organization.getId())
                .setMaxResults(MEMBERS_AT_ONCE)
                .getResultList();
    }

    /** Restored meanwhile, or held, it stays. */
    private static boolean isFree(KeycloakSession session, OrganizationModel organization) {
        new LicenseLock(session).take(organization.getId());
        return Deletions.isDeleted(session, organization.getId())
                && Deletions.holds(session, TenantDirectory.ref(organization)).isEmpty();
    }

    private static @Nullable OrganizationModel organization(KeycloakSession session, String realmId, String tenantId) {
        var realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return null;
        }
        session.getContext().setRealm(realm);
        return session.getProvider(OrganizationProvider.class).getById(tenantId);
    }

    private static List<String[]> due(KeycloakSession session) {
        return Rows.entityManager(session)
                .createQuery(
                        "select d.realmId, d.tenantId from DeletionEntity d where d.dueAt <= :now order by d.dueAt",
                        Object[].class)
                .setParameter("now", KernelFactory.of(session).clock().millis())
                .setMaxResults(TENANTS_AT_ONCE)
                .getResultStream()
                .map(row -> new String[] {(String) row[0], (String) row[1]})
                .toList();
    }

    private static void record(KeycloakSession session, TenantRef tenant) {
        session.getProvider(AuditTrailProvider.class)
                .record(AuditEntry.changed(
                        "tenant.removed",
                        new Actor.Server(),
                        tenant,
                        new AuditEntry.Target("tenant", tenant.id()),
                        new AuditEntry.Change("/alias", tenant.alias(), null)));
    }
}

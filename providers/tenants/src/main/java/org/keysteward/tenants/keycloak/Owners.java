package org.keysteward.tenants.keycloak;

import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.AuditTrailProvider;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.MemberStatus;
import org.keysteward.tenants.TenantRole;

/**
 * Notices tenants that have lost their last owner. Our API refuses that; in Keycloak itself, accounts are disabled and
 * deleted and members removed without asking.
 */
final class Owners {
    private static final Logger LOG = Logger.getLogger(Owners.class);
    private static final int AT_ONCE = 500;

    private static final String WITHOUT =
            "select l.realmId, l.tenantId, o.alias from LicenseEntity l, OrganizationEntity o"
                    + " where o.id = l.tenantId and l.owned = true and not " + MembershipRows.HAS_OWNER
                    + " and not exists (select 1 from DeletionEntity x where x.tenantId = o.id)";

    private Owners() {}

    static void look(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(factory, Owners::found);
        var lost = KeycloakModelUtils.runJobInTransactionWithResult(factory, Owners::lost);
        for (var tenant : lost) {
            KeycloakModelUtils.runJobInTransaction(
                    factory, session -> tell(session, (String) tenant[0], (String) tenant[1], (String) tenant[2]));
        }
    }

    private static void found(KeycloakSession session) {
        Rows.entityManager(session)
                .createQuery("update LicenseEntity l set l.owned = true, l.ownerlessSince = null where l.owned = false"
                        + " and exists (select 1 from OrganizationEntity o where o.id = l.tenantId and "
                        + MembershipRows.HAS_OWNER + ")")
                .setParameter("owner", TenantRole.OWNER.key())
                .setParameter("active", MemberStatus.ACTIVE.key())
                .executeUpdate();
    }

    private static List<Object[]> lost(KeycloakSession session) {
        return Rows.entityManager(session)
                .createQuery(WITHOUT, Object[].class)
                .setParameter("owner", TenantRole.OWNER.key())
                .setParameter("active", MemberStatus.ACTIVE.key())
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    private static void tell(KeycloakSession session, String realmId, String tenantId, String alias) {
        var realm = session.realms().getRealm(realmId);
        var changed = Rows.entityManager(session)
                .createQuery("update LicenseEntity l set l.owned = false, l.ownerlessSince = :now"
                        + " where l.tenantId = :tenant and l.owned = true")
                .setParameter("now", KernelFactory.of(session).clock().millis())
                .setParameter("tenant", tenantId)
                .executeUpdate();
        if (realm == null || changed == 0) {
            return;
        }
        session.getContext().setRealm(realm);
        session.getProvider(AuditTrailProvider.class)
                .record(AuditEntry.changed(
                        "tenant.ownerless",
                        new Actor.Server(),
                        new TenantRef(tenantId, alias),
                        new AuditEntry.Target("tenant", tenantId)));
        LOG.warnf("Organization %s has no owner any more: make a member its owner", tenantId);
    }
}

package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.keycloak.AuditTrailProvider;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.tenants.OnExpiry;

/**
 * Has Keycloak itself refuse the members of a tenant whose license says so: by disabling the organization, and
 * remembering that it was us. What an administrator disabled stays disabled.
 */
final class Enforcement {
    private static final Logger LOG = Logger.getLogger(Enforcement.class);

    // What is known to stay closed is not looked at again and again. Without a plan of its own, a tenant has to be: the
    // realm's default says.
    private static final String CLOSED = "(l.suspendedAt is not null or d.tenantId is not null or (p.id is not null"
            + " and p.onExpiry = :deny and l.expiresAt is not null"
            + " and l.expiresAt + coalesce(l.graceDays, p.graceDays) * 86400000L <= :now))";

    private final KeycloakSession session;
    private final EntityManager entityManager;
    private final Clock clock;

    Enforcement(KeycloakSession session) {
        this.session = session;
        this.entityManager = Rows.entityManager(session);
        this.clock = KernelFactory.of(session).clock();
    }

    /** Makes the organization what its license says it is, if it is not yet. */
    void apply(OrganizationModel organization) {
        var row = entityManager.find(LicenseEntity.class, organization.getId());
        if (row == null) {
            return;
        }
        if (denies(row)) {
            if (organization.isEnabled()) {
                organization.setEnabled(false);
                row.disabledByUs(true);
                record("tenant.disabled", organization);
            }
        } else if (row.isDisabledByUs()) {
            organization.setEnabled(true);
            row.disabledByUs(false);
            record("tenant.enabled", organization);
        }
        entityManager.flush();
    }

    private boolean denies(LicenseEntity row) {
        var plans = new Plans(session);
        var license = row.license(
                plans.byId(row.planId()).map(PlanEntity::plan),
                plans.realmDefault().map(PlanEntity::plan));
        return license.deniesSignIn(clock.instant()) || Deletions.isDeleted(session, row.tenantId());
    }

    private void record(String action, OrganizationModel organization) {
        session.getProvider(AuditTrailProvider.class)
                .record(AuditEntry.changed(
                        action,
                        new Actor.Server(),
                        TenantDirectory.ref(organization),
                        new AuditEntry.Target("tenant", organization.getId()),
                        new AuditEntry.Change("/enabled", !organization.isEnabled(), organization.isEnabled())));
    }

    /** Follows the clock, and plans that changed; each tenant in a transaction of its own. */
    static void followTheClock(KeycloakSessionFactory factory) {
        var late = KeycloakModelUtils.runJobInTransactionWithResult(factory, Enforcement::late);
        for (var tenant : late) {
            try {
                KeycloakModelUtils.runJobInTransaction(factory, session -> apply(session, tenant[0], tenant[1]));
            } catch (RuntimeException e) {
                LOG.warnf(e, "The license of organization %s could not be enforced; it is tried again", tenant[1]);
            }
        }
    }

    private static void apply(KeycloakSession session, String realmId, String tenantId) {
        var realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        new LicenseLock(session).take(tenantId);
        var organization = session.getProvider(OrganizationProvider.class).getById(tenantId);
        if (organization != null) {
            new Enforcement(session).apply(organization);
        }
    }

    /** Tenants that the clock or a plan may have brought into the other state; realm and tenant. */
    private static List<String[]> late(KeycloakSession session) {
        return Rows.entityManager(session)
                .createQuery(
                        "select l.realmId, l.tenantId from LicenseEntity l join OrganizationEntity o on o.id = l.tenantId"
                                + " left join PlanEntity p on p.id = l.planId"
                                + " left join DeletionEntity d on d.tenantId = l.tenantId"
                                + " where (l.disabledByUs = true and not " + CLOSED + ") or (o.enabled = true"
                                + " and (l.suspendedAt is not null or d.tenantId is not null"
                                + " or (l.expiresAt <= :now and (p.id is null or p.onExpiry = :deny))))"
                                + " order by l.tenantId",
                        Object[].class)
                .setParameter("deny", OnExpiry.DENY_SIGN_IN.key())
                .setParameter("now", KernelFactory.of(session).clock().millis())
                .getResultStream()
                .map(row -> new String[] {(String) row[0], (String) row[1]})
                .toList();
    }
}

package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.License;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.TenantRole;

/** Counts what a tenant has of everything that is limited here. */
final class TenantUse {
    private static final String DOMAINS = "(select count(d.id) from OrganizationDomainEntity d"
            + " where d.organization.id = o.id) + (select count(c.name) from DomainEntity c where c.tenantId = o.id"
            + " and not exists (select 1 from OrganizationDomainEntity v where v.organization.id = o.id"
            + " and v.name = c.name))";
    private static final String COUNTS = "select " + MembershipRows.ADMINS + " + " + MembershipRows.INVITED_ADMINS
            + ", " + MembershipRows.PENDING
            + ", (select count(i.internalId) from IdentityProviderEntity i where i.organizationId = o.id), " + DOMAINS
            + " from OrganizationEntity o where o.id = :tenant";

    private final EntityManager entityManager;
    private final String tenantId;
    private final long now;

    TenantUse(KeycloakSession session, String tenantId) {
        this.entityManager = Rows.entityManager(session);
        this.tenantId = tenantId;
        this.now = KernelFactory.of(session).clock().instant().getEpochSecond();
    }

    long admins() {
        return counts()[0];
    }

    long identityProviders() {
        return counts()[2];
    }

    long domains() {
        return counts()[3];
    }

    Map<String, LicenseView.UseView> of(License license, long seatsUsed) {
        var counted = counts();
        var limits = license.limits();
        var use = new TreeMap<String, LicenseView.UseView>();
        use.put(Limit.SEATS.key(), LicenseView.UseView.of(seatsUsed, limits.of(Limit.SEATS)));
        use.put(Limit.ADMINS.key(), LicenseView.UseView.of(counted[0], limits.of(Limit.ADMINS)));
        use.put(
                Limit.PENDING_INVITATIONS.key(),
                LicenseView.UseView.of(counted[1], limits.of(Limit.PENDING_INVITATIONS)));
        use.put(
                Limit.IDENTITY_PROVIDERS.key(),
                LicenseView.UseView.of(counted[2], limits.of(Limit.IDENTITY_PROVIDERS)));
        use.put(Limit.DOMAINS.key(), LicenseView.UseView.of(counted[3], limits.of(Limit.DOMAINS)));
        return use;
    }

    private long[] counts() {
        var row = entityManager
                .createQuery(COUNTS, Object[].class)
                .setParameter("administrators", List.of(TenantRole.ADMIN.key(), TenantRole.OWNER.key()))
                .setParameter("now", (int) now)
                .setParameter("tenant", tenantId)
                .getSingleResult();
        return new long[] {number(row[0]), number(row[1]), number(row[2]), number(row[3])};
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }
}

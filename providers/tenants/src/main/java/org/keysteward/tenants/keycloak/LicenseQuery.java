package org.keysteward.tenants.keycloak;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.License;
import org.keysteward.tenants.Plan;

/**
 * Reads what tenants may use, without what they use: one statement, however many there are. The one for a single tenant
 * has no list in it, since many requests ask it and Hibernate translates those with lists anew each time.
 */
final class LicenseQuery {
    private static final String LICENSES = "select o.id, l, p, d from OrganizationEntity o"
            + " left join LicenseEntity l on l.tenantId = o.id"
            + " left join PlanEntity p on p.id = l.planId"
            + " left join PlanEntity d on p.id is null and d.realmId = o.realmId and d.planKey = :defaultKey"
            + " where o.realmId = :realm and o.id ";
    private static final String OF_ONE = LICENSES + "= :tenants";
    private static final String OF_SEVERAL = LICENSES + "in :tenants";

    private final KeycloakSession session;

    LicenseQuery(KeycloakSession session) {
        this.session = session;
    }

    License of(String tenantId) {
        return find(tenantId).orElseGet(() -> TenantQuery.Row.unlicensed(Optional.empty()));
    }

    /** Empty where the tenant is not in the realm. */
    Optional<License> find(String tenantId) {
        return Optional.ofNullable(read(OF_ONE, tenantId).get(tenantId));
    }

    /** By the tenant's id; without those that are not in the realm. */
    Map<String, License> of(Collection<String> tenantIds) {
        return tenantIds.size() == 1 ? read(OF_ONE, tenantIds.iterator().next()) : read(OF_SEVERAL, tenantIds);
    }

    private Map<String, License> read(String statement, Object tenants) {
        var licenses = new HashMap<String, License>();
        Rows.entityManager(session)
                .createQuery(statement, Object[].class)
                .setParameter("defaultKey", new Plans(session).defaultKey())
                .setParameter("realm", session.getContext().getRealm().getId())
                .setParameter("tenants", tenants)
                .getResultList()
                .forEach(row ->
                        licenses.put((String) row[0], license((LicenseEntity) row[1], plan(row[2]), plan(row[3]))));
        return licenses;
    }

    private static License license(@Nullable LicenseEntity row, Optional<Plan> chosen, Optional<Plan> realmDefault) {
        return row == null ? TenantQuery.Row.unlicensed(realmDefault) : row.license(chosen, realmDefault);
    }

    private static Optional<Plan> plan(@Nullable Object row) {
        return Optional.ofNullable((PlanEntity) row).map(PlanEntity::plan);
    }
}

package org.keysteward.tenants.keycloak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keysteward.kernel.keycloak.LicenseLimitsProvider;
import org.keysteward.kernel.keycloak.LicenseLimitsProviderFactory;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.Limit;

/** Tells other capabilities what each tenant's license allows. */
public final class TenantLimitsFactory implements LicenseLimitsProviderFactory {
    private static final int CHUNK = 1000;

    @Override
    public String getId() {
        return "licenses";
    }

    @Override
    public LicenseLimitsProvider create(KeycloakSession session) {
        return new TenantLimits(session);
    }

    private record TenantLimits(KeycloakSession session) implements LicenseLimitsProvider {
        @Override
        public Map<String, Long> byTenant(String key) {
            return known(key)
                    .map(limit -> TenantLimitsFactory.byTenant(session, limit))
                    .orElse(Map.of());
        }

        @Override
        public Optional<Long> of(String tenantId, String key) {
            return known(key)
                    .flatMap(limit -> new LicenseQuery(session)
                            .find(tenantId)
                            .flatMap(license ->
                                    license.limits().of(limit).stream().boxed().findFirst()));
        }

        private Optional<Limit> known(String key) {
            return TenantsFactory.isOff(session) ? Optional.empty() : Limit.of(key);
        }
    }

    private static Map<String, Long> byTenant(KeycloakSession session, Limit limit) {
        var limits = new HashMap<String, Long>();
        var after = "";
        List<String> tenants;
        do {
            tenants = tenants(session, after);
            if (!tenants.isEmpty()) {
                new LicenseQuery(session)
                        .of(tenants)
                        .forEach((tenant, license) ->
                                license.limits().of(limit).ifPresent(number -> limits.put(tenant, number)));
                after = tenants.get(tenants.size() - 1);
            }
        } while (tenants.size() == CHUNK);
        return limits;
    }

    private static List<String> tenants(KeycloakSession session, String after) {
        return Rows.entityManager(session)
                .createQuery(
                        "select o.id from OrganizationEntity o where o.realmId = :realm and o.id > :after order by o.id",
                        String.class)
                .setParameter("realm", session.getContext().getRealm().getId())
                .setParameter("after", after)
                .setMaxResults(CHUNK)
                .getResultList();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

package org.keysteward.tenants.keycloak;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.RealmSetting;
import org.keysteward.kernel.keycloak.CapabilityFactory;
import org.keysteward.kernel.keycloak.LeasedTask;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.TenantPermissions;

/** The capability: tenants that a license limits. */
public final class TenantsFactory implements CapabilityFactory {
    public static final String ID = "tenants";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new MembershipListener());
    }

    @Override
    public List<RealmSetting> settings() {
        return List.of(Plans.DEFAULT_PLAN);
    }

    @Override
    public Optional<String> refusal(
            KeycloakSession session, RealmModel realm, RealmSetting setting, @Nullable String value) {
        if (!setting.equals(Plans.DEFAULT_PLAN)
                || value == null
                || new Plans(session).find(value).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("There is no plan with this key in the realm.");
    }

    @Override
    public Set<Permission> permissions() {
        return TenantPermissions.ALL;
    }

    @Override
    public List<LeasedTask> tasks() {
        return List.of(
                new LeasedTask("tenants-sweep", Duration.ofHours(1), TenantsFactory::sweep),
                new LeasedTask("tenants-enforcement", Duration.ofSeconds(30), Enforcement::followTheClock));
    }

    private static void sweep(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            new Memberships(session).sweep();
            Rows.entityManager(session)
                    .createQuery("delete from LicenseEntity l"
                            + " where not exists (select 1 from OrganizationEntity o where o.id = l.tenantId)")
                    .executeUpdate();
        });
    }
}

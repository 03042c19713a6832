package org.keysteward.roles.keycloak;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.RealmSetting;
import org.keysteward.kernel.keycloak.Capability;
import org.keysteward.kernel.keycloak.CapabilityFactory;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.LeasedTask;
import org.keysteward.kernel.keycloak.MemberMemory;
import org.keysteward.kernel.keycloak.RealmSnapshots;
import org.keysteward.kernel.keycloak.TenantSnapshots;
import org.keysteward.roles.RolePermissions;

/** The capability: roles that each tenant composes. */
public final class RolesFactory implements CapabilityFactory {
    public static final String ID = "roles";

    static final RealmSetting OPEN_CATALOGUE = new RealmSetting(
            "roles.openCatalogue",
            "Whether roles may give permissions that no application has registered.",
            "false",
            "true or false");

    static final RealmSetting RULE_ATTRIBUTES = new RealmSetting(
            "roles.ruleAttributes",
            "Attributes of users that tenants' assignment rules may ask for. What somebody's rule can ask, they can find"
                    + " out; realm administrators may ask for every attribute.",
            null,
            "names with commas between them, or nothing for none");

    private static final Duration SWEEP_EVERY = Duration.ofMinutes(5);

    private @Nullable RealmSnapshots<RealmRoles> realmRoles;
    private @Nullable TenantSnapshots<TenantRoles> tenantRoles;
    private @Nullable MemberMemory<HeldRows> heldRows;

    static RolesFactory of(KeycloakSession session) {
        if (session.getKeycloakSessionFactory().getProviderFactory(Capability.class, ID)
                instanceof RolesFactory roles) {
            return roles;
        }
        throw new IllegalStateException("Roles are switched off");
    }

    /** Whether an operator has switched the capability off; what Keycloak loads all the same then stands aside. */
    static boolean isOff(KeycloakSession session) {
        return session.getKeycloakSessionFactory().getProviderFactory(Capability.class, ID) == null;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        var kernel = KernelFactory.of(factory);
        realmRoles = kernel.snapshots(RealmRoles.SNAPSHOT, RealmRoles::read);
        tenantRoles = kernel.tenantSnapshots(TenantRoles.SNAPSHOT, TenantRoles::read);
        heldRows = kernel.memberMemory(HeldRows::size);
        factory.register(new RemovalListener());
    }

    @Override
    public Set<Permission> permissions() {
        return RolePermissions.ALL;
    }

    @Override
    public List<RealmSetting> settings() {
        return List.of(OPEN_CATALOGUE, RULE_ATTRIBUTES);
    }

    @Override
    public Optional<String> refusal(
            KeycloakSession session, RealmModel realm, RealmSetting setting, @Nullable String value) {
        return value == null || setting.equals(RULE_ATTRIBUTES) || value.equals("true") || value.equals("false")
                ? Optional.empty()
                : Optional.of("This is " + setting.accepts() + ".");
    }

    @Override
    public List<LeasedTask> tasks() {
        return List.of(new LeasedTask("roles-sweep", SWEEP_EVERY, Sweep::run));
    }

    RealmSnapshots<RealmRoles> realmRoles() {
        return started(realmRoles);
    }

    TenantSnapshots<TenantRoles> tenantRoles() {
        return started(tenantRoles);
    }

    MemberMemory<HeldRows> heldRows() {
        return started(heldRows);
    }

    private static <T> T started(@Nullable T made) {
        if (made == null) {
            throw new IllegalStateException("Asked before the server has started");
        }
        return made;
    }
}

package org.keysteward.roles.keycloak;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.PermissionsProvider;
import org.keysteward.kernel.keycloak.PermissionsProviderFactory;
import org.keysteward.roles.Assignment;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.Holdings;

/** Answers what a member may do from all roles that they hold, and not from the one of their membership alone. */
public final class RolePermissionsFactory implements PermissionsProviderFactory {
    private static final int BEFORE_MEMBERSHIPS = 10;
    private static final String MEMBERSHIPS = "memberships";

    @Override
    public String getId() {
        return "roles";
    }

    @Override
    public int order() {
        return BEFORE_MEMBERSHIPS;
    }

    /** Where the capability is switched off, memberships alone say what people may do. */
    @Override
    public PermissionsProvider create(KeycloakSession session) {
        return RolesFactory.isOff(session)
                ? session.getProvider(PermissionsProvider.class, MEMBERSHIPS)
                : new HeldPermissions(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    private record HeldPermissions(KeycloakSession session) implements PermissionsProvider {
        @Override
        public boolean permits(String userId, TenantRef tenant, Permission permission) {
            return held(userId, tenant)
                    .permits(
                            permission.key(),
                            AssignmentPath.WHOLE_TENANT,
                            KernelFactory.of(session).clock().instant());
        }

        @Override
        public OptionalInt rank(String userId, TenantRef tenant) {
            return held(userId, tenant)
                    .rank(
                            AssignmentPath.WHOLE_TENANT,
                            KernelFactory.of(session).clock().instant());
        }

        @Override
        public Optional<String> role(String userId, TenantRef tenant) {
            var held = held(userId, tenant);
            var graph = new RoleModel(session).graph(tenant.id());
            return held
                    .assignments(
                            AssignmentPath.WHOLE_TENANT,
                            KernelFactory.of(session).clock().instant())
                    .stream()
                    .map(Assignment::role)
                    .max(Comparator.comparingInt(
                            key -> graph.role(key).orElseThrow().rank()));
        }

        private Holdings held(String userId, TenantRef tenant) {
            return new HeldRoles(session).of(tenant, userId);
        }
    }
}

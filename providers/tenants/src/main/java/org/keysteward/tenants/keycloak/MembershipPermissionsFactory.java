package org.keysteward.tenants.keycloak;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.PermissionsProvider;
import org.keysteward.kernel.keycloak.PermissionsProviderFactory;
import org.keysteward.tenants.MemberStatus;
import org.keysteward.tenants.Membership;

/** Answers from memberships and the roles that every tenant has. */
public final class MembershipPermissionsFactory implements PermissionsProviderFactory {
    @Override
    public String getId() {
        return "memberships";
    }

    @Override
    public PermissionsProvider create(KeycloakSession session) {
        return new MembershipPermissions(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    /** One look for each tenant and person that a request asks about. */
    private static final class MembershipPermissions implements PermissionsProvider {
        private final KeycloakSession session;
        private final Map<MemberEntity.Key, Optional<Membership>> known = new HashMap<>();

        MembershipPermissions(KeycloakSession session) {
            this.session = session;
        }

        @Override
        public boolean permits(String userId, TenantRef tenant, Permission permission) {
            return membership(userId, tenant)
                    .map(membership -> membership.permits(permission))
                    .orElse(false);
        }

        @Override
        public OptionalInt rank(String userId, TenantRef tenant) {
            return membership(userId, tenant)
                    .filter(membership -> membership.status() == MemberStatus.ACTIVE)
                    .map(membership -> OptionalInt.of(membership.role().rank()))
                    .orElse(OptionalInt.empty());
        }

        @Override
        public Optional<String> role(String userId, TenantRef tenant) {
            return membership(userId, tenant)
                    .filter(membership -> membership.status() == MemberStatus.ACTIVE)
                    .map(membership -> membership.role().key());
        }

        private Optional<Membership> membership(String userId, TenantRef tenant) {
            return known.computeIfAbsent(
                    new MemberEntity.Key(tenant.id(), userId),
                    key -> new Memberships(session).find(key.tenantId(), key.userId()));
        }
    }
}

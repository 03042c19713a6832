package org.keysteward.roles.keycloak;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.RoleGiverProvider;
import org.keysteward.kernel.keycloak.RoleGiverProviderFactory;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.roles.Assignment;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.Authority;
import org.keysteward.roles.EffectiveRole;
import org.keysteward.roles.RoleMapping;
import org.keysteward.roles.RolePermissions;
import org.keysteward.roles.Validity;
import org.keysteward.tenants.TenantRole;

/** Gives the roles of a tenant to who is invited or provisioned. */
public final class RoleGiverFactory implements RoleGiverProviderFactory {
    @Override
    public String getId() {
        return RolesFactory.ID;
    }

    @Override
    public RoleGiverProvider create(KeycloakSession session) {
        return RolesFactory.isOff(session) ? new NoRoles() : new Giver(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    private record Giver(KeycloakSession session) implements RoleGiverProvider {
        @Override
        public Optional<String> name(TenantRef tenant, String role) {
            return role(tenant, role).map(found -> found.role().name());
        }

        @Override
        public void requireGiving(Actor actor, TenantRef tenant, String role) {
            actor.require(RolePermissions.ROLES_ASSIGN, tenant);
            var given = role(tenant, role).orElseThrow(() -> RoleProblems.unknownRole("/role", role));
            RoleProblems.refuseUnlessAllowed(authority(actor, tenant).giving(given, false), "/role");
        }

        @Override
        public void requireGivingByGroups(Actor actor, TenantRef tenant) {
            var given = byGroups(tenant);
            if (given.isEmpty()) {
                return;
            }
            actor.require(RolePermissions.ROLES_ASSIGN, tenant);
            var authority = authority(actor, tenant);
            var graph = new RoleModel(session).graph(tenant.id());
            given.stream()
                    .flatMap(role -> graph.role(role).stream())
                    .forEach(role -> RoleProblems.refuseUnlessAllowed(authority.giving(role, false), ""));
        }

        @Override
        public boolean hasMappedGroups(TenantRef tenant) {
            return mapped(tenant).findAny().isPresent();
        }

        private Stream<RoleMapping> mapped(TenantRef tenant) {
            return new RoleModel(session)
                    .mappings(tenant.id()).stream().filter(mapping -> mapping.source() == RoleMapping.Source.SCIM);
        }

        private Set<String> byGroups(TenantRef tenant) {
            var roles = mapped(tenant).map(RoleMapping::role).collect(Collectors.toCollection(TreeSet::new));
            Rows.entityManager(session)
                    .createQuery(
                            "select distinct a.roleKey from AssignmentEntity a where a.tenantId = :tenant"
                                    + " and a.principalType = :group",
                            String.class)
                    .setParameter("tenant", tenant.id())
                    .setParameter("group", PrincipalType.ORGANIZATION_GROUP.key())
                    .getResultStream()
                    .forEach(roles::add);
            return roles;
        }

        @Override
        public void giveInvited(TenantRef tenant, String userId, String role) {
            new Gifts(session, tenant)
                    .give(
                            userId,
                            new Assignment(
                                    null,
                                    role,
                                    Assignment.Reach.TENANT,
                                    AssignmentPath.WHOLE_TENANT,
                                    Validity.ALWAYS,
                                    Assignment.Source.INVITATION,
                                    null));
        }

        @Override
        public void follow(TenantRef tenant, String userId, String connection, Collection<String> groups) {
            new MappedRoles(session, tenant).follow(userId, RoleMapping.Source.SCIM, connection, groups);
        }

        @Override
        public void withdraw(TenantRef tenant, String connection) {
            new MappedRoles(session, tenant).withdraw(Assignment.Source.SCIM, connection);
        }

        @Override
        public void handOver(TenantRef tenant, String from, String to) {
            new MappedRoles(session, tenant).handOver(Assignment.Source.SCIM, from, to);
        }

        /** Owners, administrators and the like are what members are, and no assignment. */
        private Optional<EffectiveRole> role(TenantRef tenant, String role) {
            return TenantRole.of(role).isPresent()
                    ? Optional.empty()
                    : new RoleModel(session).graph(tenant.id()).role(role);
        }

        private Authority authority(Actor actor, TenantRef tenant) {
            return actor.permits(RolePermissions.ROLES_ASSIGN)
                    ? Authority.ofRealm()
                    : Authority.of(
                            new HeldRoles(session).of(tenant, actor.id()),
                            AssignmentPath.WHOLE_TENANT,
                            KernelFactory.of(session).clock().instant());
        }
    }

    /** The capability is switched off. */
    private record NoRoles() implements RoleGiverProvider {
        @Override
        public Optional<String> name(TenantRef tenant, String role) {
            return Optional.empty();
        }

        @Override
        public void requireGiving(Actor actor, TenantRef tenant, String role) {
            throw RoleProblems.unknownRole("/role", role);
        }

        @Override
        public void requireGivingByGroups(Actor actor, TenantRef tenant) {
            // They give none.
        }

        @Override
        public boolean hasMappedGroups(TenantRef tenant) {
            return false;
        }

        @Override
        public void giveInvited(TenantRef tenant, String userId, String role) {
            // What was promised while there were roles is given to nobody now.
        }

        @Override
        public void follow(TenantRef tenant, String userId, String connection, Collection<String> groups) {
            // No mapping is there.
        }

        @Override
        public void withdraw(TenantRef tenant, String connection) {
            // It gave nothing.
        }

        @Override
        public void handOver(TenantRef tenant, String from, String to) {
            // It gave nothing.
        }
    }
}

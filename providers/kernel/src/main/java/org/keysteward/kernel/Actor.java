package org.keysteward.kernel;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whoever a request acts for. Resources ask an actor for permissions and never look at tokens. */
public sealed interface Actor {
    /** The user's id; stable, and no personal data. */
    String id();

    /** The client that the request came through. */
    @Nullable String client();

    boolean permits(Permission permission);

    boolean permits(Permission permission, TenantRef tenant);

    /** How high the actor stands in the tenant; empty for a stranger. */
    OptionalInt rank(TenantRef tenant);

    /** What the actor is in the tenant, for records; empty for a stranger. */
    default Optional<String> role(TenantRef tenant) {
        return Optional.empty();
    }

    /** The name under which records keep this kind of actor. */
    String type();

    /** @throws AccessDeniedException unless the actor holds the permission in the whole realm */
    default void require(Permission permission) {
        if (!permits(permission)) {
            throw AccessDeniedException.inRealm(permission);
        }
    }

    /** @throws AccessDeniedException unless the actor holds the permission in the tenant */
    default void require(Permission permission, TenantRef tenant) {
        if (permits(permission, tenant)) {
            return;
        }
        throw permits(Permission.TENANT_READ, tenant)
                ? AccessDeniedException.inTenant(permission, tenant)
                : AccessDeniedException.hiding(tenant);
    }

    /**
     * An administrator of the realm: what it holds, it holds in every tenant, beside what its own memberships give.
     *
     * @param manager whether it may do everything, and so stands above every rank
     */
    record Administrator(
            String id,
            @Nullable String client,
            boolean serviceAccount,
            boolean manager,
            Set<Permission> permissions,
            Permissions memberships)
            implements Actor {
        public Administrator {
            permissions = Set.copyOf(permissions);
        }

        @Override
        public boolean permits(Permission permission) {
            return permissions.contains(permission);
        }

        @Override
        public boolean permits(Permission permission, TenantRef tenant) {
            return permits(permission) || memberships.permits(id, tenant, permission);
        }

        @Override
        public OptionalInt rank(TenantRef tenant) {
            return manager ? OptionalInt.of(Integer.MAX_VALUE) : memberships.rank(id, tenant);
        }

        @Override
        public Optional<String> role(TenantRef tenant) {
            return memberships.role(id, tenant);
        }

        @Override
        public String type() {
            return serviceAccount ? "service-account" : "administrator";
        }
    }

    /** A user of the realm: nothing in the realm, and in a tenant what the membership gives. */
    record Member(String id, @Nullable String client, boolean serviceAccount, Permissions memberships)
            implements Actor {
        @Override
        public boolean permits(Permission permission) {
            return false;
        }

        @Override
        public boolean permits(Permission permission, TenantRef tenant) {
            return memberships.permits(id, tenant, permission);
        }

        @Override
        public OptionalInt rank(TenantRef tenant) {
            return memberships.rank(id, tenant);
        }

        @Override
        public Optional<String> role(TenantRef tenant) {
            return memberships.role(id, tenant);
        }

        @Override
        public String type() {
            return serviceAccount ? "service-account" : "member";
        }
    }

    /**
     * Another system that provisions with a token of its own: for one tenant, or for the realm.
     *
     * @param id of the connection
     * @param tenantId the tenant that it is bound to; null for the whole realm
     * @param rank how high it stands in a tenant: as high as who made it
     */
    record Connection(String id, @Nullable String tenantId, int rank, Set<Permission> permissions) implements Actor {
        public Connection {
            permissions = Set.copyOf(permissions);
        }

        @Override
        public @Nullable String client() {
            return null;
        }

        @Override
        public boolean permits(Permission permission) {
            return tenantId == null && permissions.contains(permission);
        }

        @Override
        public boolean permits(Permission permission, TenantRef tenant) {
            return (tenantId == null || tenantId.equals(tenant.id())) && permissions.contains(permission);
        }

        @Override
        public OptionalInt rank(TenantRef tenant) {
            return tenantId == null || tenantId.equals(tenant.id()) ? OptionalInt.of(rank) : OptionalInt.empty();
        }

        @Override
        public String type() {
            return "connection";
        }
    }

    /** Whoever holds nothing anywhere. */
    sealed interface Powerless extends Actor {
        @Override
        default @Nullable String client() {
            return null;
        }

        @Override
        default boolean permits(Permission permission) {
            return false;
        }

        @Override
        default boolean permits(Permission permission, TenantRef tenant) {
            return false;
        }

        @Override
        default OptionalInt rank(TenantRef tenant) {
            return OptionalInt.empty();
        }
    }

    /** The server itself, by schedule or as a consequence of what somebody else did: it asks nobody. */
    record Server() implements Powerless {
        @Override
        public String id() {
            return "server";
        }

        @Override
        public String type() {
            return "server";
        }
    }

    /** Nobody in particular: for the few resources that need no credential. */
    record Anonymous() implements Powerless {
        @Override
        public String id() {
            return "anonymous";
        }

        @Override
        public String type() {
            return "anonymous";
        }
    }
}

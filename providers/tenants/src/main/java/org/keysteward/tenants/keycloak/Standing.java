package org.keysteward.tenants.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.PermissionsProvider;
import org.keysteward.tenants.RoleChange;
import org.keysteward.tenants.TenantRole;

/** How an actor and a member stand to each other in a tenant, by all the roles that they hold. */
final class Standing {
    private final KeycloakSession session;
    private final Actor actor;
    private final TenantRef tenant;

    Standing(KeycloakSession session, Actor actor, TenantRef tenant) {
        this.session = session;
        this.actor = actor;
        this.tenant = tenant;
    }

    RoleChange change(String userId, TenantRole current, TenantRole wanted, long otherOwners) {
        return new RoleChange(
                actor.rank(tenant), current, rank(userId, current), wanted, isWithinActor(wanted), otherOwners);
    }

    /** Somebody gets a first role. */
    RoleChange gift(TenantRole wanted) {
        return new RoleChange(
                actor.rank(tenant), TenantRole.VIEWER, TenantRole.VIEWER.rank(), wanted, isWithinActor(wanted), 1);
    }

    RoleChange loss(String userId, TenantRole current, long otherOwners) {
        return RoleChange.loss(actor.rank(tenant), current, rank(userId, current), otherOwners);
    }

    private int rank(String userId, TenantRole current) {
        return session.getProvider(PermissionsProvider.class)
                .rank(userId, tenant)
                .orElse(current.rank());
    }

    private boolean isWithinActor(TenantRole wanted) {
        return KernelFactory.of(session).catalogue().stream()
                .filter(wanted::holds)
                .allMatch(permission -> actor.permits(permission, tenant));
    }
}

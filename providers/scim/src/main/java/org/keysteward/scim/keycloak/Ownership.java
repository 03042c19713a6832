package org.keysteward.scim.keycloak;

import org.keycloak.models.UserModel;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.PermissionsProvider;
import org.keysteward.kernel.keycloak.StockAdministration;
import org.keysteward.scim.ScimPermissions;
import org.keysteward.tenants.TenantRole;

/**
 * Whose a user is. INVARIANT: what every tenant sees of a user, and what the user signs in with, is written only by who
 * made the user, as long as nobody else has anything to do with it.
 */
final class Ownership {
    private final Call call;

    Ownership(Call call) {
        this.call = call;
    }

    /** Whether the call may change the account itself, and not only the membership. */
    boolean mayWrite(UserRow row, UserModel user) {
        var tenant = call.tenant();
        if (StockAdministration.isHeldBy(call.realm(), user)) {
            return false;
        }
        return tenant == null
                || (call.source().key().equals(row.owner())
                        && !isInAnotherTenant(user, tenant)
                        && standsBelow(user, tenant));
    }

    private boolean isInAnotherTenant(UserModel user, TenantRef tenant) {
        return call.entityManager()
                        .createQuery(
                                "select count(o) from UserGroupMembershipEntity m join OrganizationEntity o"
                                        + " on o.groupId = m.groupId where m.user.id = :user and o.id <> :tenant",
                                Long.class)
                        .setParameter("user", user.getId())
                        .setParameter("tenant", tenant.id())
                        .getSingleResult()
                > 0;
    }

    /** Who administers the tenant is not taken over by a connection that another administrator made. */
    private boolean standsBelow(UserModel user, TenantRef tenant) {
        var rank = call.session()
                .getProvider(PermissionsProvider.class)
                .rank(user.getId(), tenant)
                .orElse(0);
        // An owner is changed as a member, where it is looked at who would be left.
        return rank < TenantRole.ADMIN.rank() || (rank < TenantRole.OWNER.rank() && rank < rankOfCaller(tenant));
    }

    private int rankOfCaller(TenantRef tenant) {
        var actor = call.request().actor();
        return actor.permits(ScimPermissions.PROVISION)
                ? Integer.MAX_VALUE
                : actor.rank(tenant).orElse(0);
    }
}

package org.keysteward.tenants.keycloak;

import org.jspecify.annotations.Nullable;
import org.keysteward.tenants.TenantRole;

/**
 * What the addressee of an invitation becomes.
 *
 * @param membership the role of the membership
 * @param own a role of the tenant beside it; null for none
 */
record InvitedRole(TenantRole membership, @Nullable String own) {
    static final InvitedRole MEMBER = new InvitedRole(TenantRole.MEMBER, null);

    /** Who gets a role of the tenant's own is a plain member beside it. */
    static InvitedRole of(@Nullable String key) {
        return key == null
                ? MEMBER
                : TenantRole.of(key)
                        .map(role -> new InvitedRole(role, null))
                        .orElseGet(() -> new InvitedRole(TenantRole.MEMBER, key));
    }

    String key() {
        return own == null ? membership.key() : own;
    }
}

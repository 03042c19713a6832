package org.keysteward.tenants;

import org.keysteward.kernel.Permission;

/** One person's place in one tenant. */
public record Membership(TenantRole role, MemberStatus status) {
    public boolean permits(Permission permission) {
        return status == MemberStatus.ACTIVE && role.holds(permission);
    }
}

package org.keysteward.roles;

import java.util.Set;
import org.keysteward.kernel.Permission;
import org.keysteward.tenants.TenantPermissions;

/** The permissions that resources of roles ask for. */
public final class RolePermissions {
    public static final Permission ROLES_READ =
            new Permission("roles.read", "See roles, who has them, and what anybody may do", Permission.ADMINISTRATORS);
    public static final Permission ROLES_MANAGE = new Permission(
            "roles.manage", "Make, change and delete roles, their rules and mappings", Permission.ADMINISTRATORS);
    /** Known to tenants, since members have roles there without this capability. */
    public static final Permission ROLES_ASSIGN = TenantPermissions.ROLES_ASSIGN;

    /** Realm administrators' alone: what applications can ask for is the vendor's to say. */
    public static final Permission PERMISSIONS_READ =
            new Permission("permissions.read", "See the realm's catalogue of permissions");

    public static final Permission PERMISSIONS_MANAGE =
            new Permission("permissions.manage", "Register permissions, and remove them");

    public static final Set<Permission> ALL = Set.of(ROLES_READ, ROLES_MANAGE, PERMISSIONS_READ, PERMISSIONS_MANAGE);

    private RolePermissions() {}
}

package org.keysteward.tenants;

import java.util.Set;
import org.keysteward.kernel.Permission;

/** The permissions that tenants' resources ask for. */
public final class TenantPermissions {
    public static final Permission PLANS_READ = new Permission("plans.read", "See the realm's plans");
    public static final Permission PLANS_MANAGE = new Permission("plans.manage", "Make, change and delete plans");
    public static final Permission TENANT_READ = Permission.TENANT_READ;
    public static final Permission TENANT_CREATE = new Permission("tenant.create", "Make tenants");
    public static final Permission LICENSE_READ = new Permission("license.read", "See a tenant's license");
    public static final Permission LICENSE_MANAGE = new Permission("license.manage", "Change a tenant's license");
    public static final Permission MEMBERS_READ = new Permission("members.read", "See a tenant's members");
    /** Realm administrators' alone: whoever may add any user by name could find out who has an account. */
    public static final Permission MEMBERS_ADD = new Permission("members.add", "Add any user of the realm to a tenant");

    public static final Permission FEATURES_READ = new Permission("features.read", "See which features a tenant has");
    /** Realm administrators' alone: features are what the vendor sells. */
    public static final Permission FEATURES_MANAGE =
            new Permission("features.manage", "Change which features a tenant has");

    public static final Permission ROLES_ASSIGN = new Permission("roles.assign", "Change the roles of members");

    public static final Set<Permission> ALL = Set.of(
            PLANS_READ,
            PLANS_MANAGE,
            TENANT_READ,
            TENANT_CREATE,
            LICENSE_READ,
            LICENSE_MANAGE,
            MEMBERS_READ,
            MEMBERS_ADD,
            FEATURES_READ,
            FEATURES_MANAGE,
            ROLES_ASSIGN);

    private TenantPermissions() {}
}

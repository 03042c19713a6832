package org.keysteward.tenants;

import java.util.Set;
import org.keysteward.kernel.Permission;

/** The permissions that tenants' resources ask for. */
public final class TenantPermissions {
    public static final Permission PLANS_READ = new Permission("plans.read", "See the realm's plans");
    public static final Permission PLANS_MANAGE = new Permission("plans.manage", "Make, change and delete plans");
    public static final Permission TENANT_READ = Permission.TENANT_READ;
    public static final Permission TENANT_CREATE = new Permission("tenant.create", "Make tenants");
    public static final Permission TENANT_UPDATE =
            new Permission("tenant.update", "Rename a tenant", Permission.ADMINISTRATORS);
    /** Realm administrators' alone: a tenant is what the vendor sells. */
    public static final Permission TENANT_DELETE = new Permission("tenant.delete", "Delete and restore tenants");

    public static final Permission LICENSE_READ =
            new Permission("license.read", "See a tenant's license", Permission.ADMINISTRATORS);
    public static final Permission LICENSE_MANAGE = new Permission("license.manage", "Change a tenant's license");
    public static final Permission LICENSE_KEYS_READ =
            new Permission("license-keys.read", "See the keys that signed licenses are checked with");
    public static final Permission LICENSE_KEYS_MANAGE =
            new Permission("license-keys.manage", "Change the keys that signed licenses are checked with");
    public static final Permission MEMBERS_READ =
            new Permission("members.read", "See a tenant's members", Permission.ADMINISTRATORS);
    /** Realm administrators' alone: whoever may add any user by name could find out who has an account. */
    public static final Permission MEMBERS_ADD = new Permission("members.add", "Add any user of the realm to a tenant");

    public static final Permission MEMBERS_REMOVE =
            new Permission("members.remove", "Suspend, resume and remove members", Permission.ADMINISTRATORS);
    public static final Permission FEATURES_READ =
            new Permission("features.read", "See which features a tenant has", Permission.VIEWERS);
    /** Realm administrators' alone: features are what the vendor sells. */
    public static final Permission FEATURES_MANAGE =
            new Permission("features.manage", "Change which features a tenant has");

    public static final Permission ROLES_ASSIGN =
            new Permission("roles.assign", "Change the roles of members", Permission.ADMINISTRATORS);
    public static final Permission INVITATIONS_READ =
            new Permission("invitations.read", "See a tenant's invitations", Permission.ADMINISTRATORS);
    public static final Permission MEMBERS_INVITE =
            new Permission("members.invite", "Invite people, and take invitations back", Permission.ADMINISTRATORS);
    public static final Permission DOMAINS_READ =
            new Permission("domains.read", "See a tenant's domains", Permission.ADMINISTRATORS);
    public static final Permission DOMAINS_MANAGE =
            new Permission("domains.manage", "Claim, verify and give up domains", Permission.ADMINISTRATORS);
    /** Realm administrators' alone: it stands in for a proof. */
    public static final Permission DOMAINS_APPROVE =
            new Permission("domains.approve", "Declare a domain verified without a DNS record");

    public static final Permission USAGE_READ =
            new Permission("usage.read", "See what a tenant has used", Permission.ADMINISTRATORS);

    public static final Set<Permission> ALL = Set.of(
            PLANS_READ,
            PLANS_MANAGE,
            TENANT_READ,
            TENANT_CREATE,
            TENANT_UPDATE,
            TENANT_DELETE,
            LICENSE_READ,
            LICENSE_MANAGE,
            LICENSE_KEYS_READ,
            LICENSE_KEYS_MANAGE,
            MEMBERS_READ,
            MEMBERS_ADD,
            MEMBERS_REMOVE,
            FEATURES_READ,
            FEATURES_MANAGE,
            ROLES_ASSIGN,
            INVITATIONS_READ,
            MEMBERS_INVITE,
            DOMAINS_READ,
            DOMAINS_MANAGE,
            DOMAINS_APPROVE,
            USAGE_READ);

    private TenantPermissions() {}
}

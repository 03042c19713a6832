package org.keysteward.tenants;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keysteward.kernel.Permission;

/** The roles that every tenant has (INCITS 359); each includes what those below it may. */
public enum TenantRole {
    /** Read-only. */
    VIEWER(10, Set.of(TenantPermissions.TENANT_READ, TenantPermissions.FEATURES_READ)),
    /** Basic access; what a member is unless told otherwise. */
    MEMBER(20, Set.of()),
    /** Manages people and settings. */
    ADMIN(
            30,
            Set.of(
                    TenantPermissions.TENANT_MANAGE,
                    TenantPermissions.LICENSE_READ,
                    TenantPermissions.MEMBERS_READ,
                    TenantPermissions.MEMBERS_MANAGE,
                    TenantPermissions.ROLES_ASSIGN,
                    TenantPermissions.INVITATIONS_READ,
                    TenantPermissions.INVITATIONS_MANAGE,
                    TenantPermissions.DOMAINS_READ,
                    TenantPermissions.DOMAINS_MANAGE,
                    TenantPermissions.USAGE_READ,
                    Permission.AUDIT_READ)),
    /** Everything in the tenant. */
    OWNER(40, Set.of());

    private final int rank;
    private final Set<Permission> own;

    TenantRole(int rank, Set<Permission> own) {
        this.rank = rank;
        this.own = own;
    }

    public int rank() {
        return rank;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TenantRole> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }

    /** Whether the license counts its holders as administrators. */
    public boolean administers() {
        return rank >= ADMIN.rank;
    }

    /** What its holder may do, inherited permissions included. */
    public Set<Permission> permissions() {
        var all = new HashSet<Permission>();
        Arrays.stream(values()).filter(role -> role.rank <= rank).forEach(role -> all.addAll(role.own));
        return Set.copyOf(all);
    }
}

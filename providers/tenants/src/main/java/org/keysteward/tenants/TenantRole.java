package org.keysteward.tenants;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.keysteward.kernel.Permission;

/** The roles that every tenant has (INCITS 359); each includes what those below it may. */
public enum TenantRole {
    /** Read-only. */
    VIEWER(10),
    /** Basic access; what a member is unless told otherwise. */
    MEMBER(20),
    /** Manages people and settings. */
    ADMIN(30),
    /** Everything in the tenant. */
    OWNER(40);

    private final int rank;

    TenantRole(int rank) {
        this.rank = rank;
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

    /** Whether its holder may do it. */
    public boolean holds(Permission permission) {
        return permission.leastRank() <= rank;
    }
}

package org.keysteward.kernel.keycloak;

import java.util.Set;
import java.util.stream.Collectors;
import org.keysteward.kernel.Permission;

/** Keycloak roles of the realm's administration client that open our API for the whole realm. */
public enum AdminRole {
    ADMIN("keysteward-admin", "Manages everything of Keysteward in the realm"),
    VIEWER("keysteward-viewer", "Sees everything of Keysteward in the realm, and changes nothing"),
    AUDITOR("keysteward-auditor", "Reads the audit trail and the tenants that it speaks of");

    private final String roleName;
    private final String description;

    AdminRole(String roleName, String description) {
        this.roleName = roleName;
        this.description = description;
    }

    public String roleName() {
        return roleName;
    }

    String description() {
        return description;
    }

    Set<Permission> of(Set<Permission> all) {
        return all.stream().filter(this::includes).collect(Collectors.toUnmodifiableSet());
    }

    public boolean includes(Permission permission) {
        return switch (this) {
            case ADMIN -> true;
            case VIEWER -> permission.readsOnly();
            case AUDITOR ->
                permission.readsOnly()
                        && (permission.key().startsWith("audit.")
                                || permission.key().equals("tenant.read"));
        };
    }
}

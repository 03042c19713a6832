package org.keysteward.kernel.keycloak;

import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.AdminRoles;
import org.keysteward.kernel.Permission;

/** Keycloak roles of the realm's administration client that open our API for the whole realm. */
public enum AdminRole {
    ADMIN("keysteward-admin", "Manages everything of Keysteward in the realm", AdminRoles.VIEW_ORGANIZATIONS),
    VIEWER(
            "keysteward-viewer",
            "Sees everything of Keysteward in the realm, and changes nothing",
            AdminRoles.VIEW_ORGANIZATIONS),
    AUDITOR("keysteward-auditor", "Reads the audit trail and the tenants that it speaks of", AdminRoles.QUERY_REALMS);

    private final String roleName;
    private final String description;
    private final String consoleRole;

    AdminRole(String roleName, String description, String consoleRole) {
        this.roleName = roleName;
        this.description = description;
        this.consoleRole = consoleRole;
    }

    public String roleName() {
        return roleName;
    }

    String description() {
        return description;
    }

    /** The stock role that it includes: without any, Keycloak does not let its holder open the console. */
    String consoleRole() {
        return consoleRole;
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

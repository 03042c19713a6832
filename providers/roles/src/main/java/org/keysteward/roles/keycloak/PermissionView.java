package org.keysteward.roles.keycloak;

import org.keysteward.kernel.Permission;

/**
 * A permission in the catalogue.
 *
 * @param origin {@code built-in} of our own API, {@code registered} of an application
 * @param reach {@code tenant} where roles can give it, {@code realm} where it is realm administrators' alone
 */
public record PermissionView(String key, String description, String group, String origin, String reach) {
    static final String TENANT = "tenant";

    static PermissionView of(Permission permission) {
        return new PermissionView(
                permission.key(),
                permission.description(),
                CatalogueRows.OWN_GROUP,
                "built-in",
                permission.reachesTenants() ? TENANT : "realm");
    }

    static PermissionView of(RegisteredPermissionEntity row) {
        return new PermissionView(row.permissionKey(), row.description(), row.group(), "registered", TENANT);
    }
}

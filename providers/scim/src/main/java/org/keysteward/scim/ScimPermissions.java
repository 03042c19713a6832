package org.keysteward.scim;

import java.util.Set;
import org.keysteward.kernel.Permission;

/** The permissions that SCIM and its connections ask for. */
public final class ScimPermissions {
    public static final Permission CONNECTIONS_READ =
            new Permission("scim.read", "See provisioning connections and their health", Permission.ADMINISTRATORS);
    public static final Permission CONNECTIONS_MANAGE = new Permission(
            "scim.manage", "Make, change and revoke provisioning connections", Permission.ADMINISTRATORS);
    /** What a connection itself has, and what an application needs that provisions with an access token. */
    public static final Permission PROVISION =
            new Permission("scim.provision", "Provision users and groups by SCIM", Permission.ADMINISTRATORS);

    public static final Set<Permission> ALL = Set.of(CONNECTIONS_READ, CONNECTIONS_MANAGE, PROVISION);

    private ScimPermissions() {}
}

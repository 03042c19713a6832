package org.keysteward.kernel.keycloak;

/** The SPI that answers what a member may do in a tenant. */
public final class PermissionsSpi extends OwnSpi {
    public PermissionsSpi() {
        super("keysteward-permissions", PermissionsProvider.class, PermissionsProviderFactory.class);
    }
}

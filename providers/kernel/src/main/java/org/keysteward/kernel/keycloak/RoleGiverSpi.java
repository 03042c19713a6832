package org.keysteward.kernel.keycloak;

/** The SPI that gives roles of tenants' own; without the capability of roles there is no provider. */
public final class RoleGiverSpi extends OwnSpi {
    public RoleGiverSpi() {
        super("keysteward-role-giver", RoleGiverProvider.class, RoleGiverProviderFactory.class);
    }
}

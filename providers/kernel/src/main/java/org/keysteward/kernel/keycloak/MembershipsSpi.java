package org.keysteward.kernel.keycloak;

/** The SPI that changes who is a member of a tenant. */
public final class MembershipsSpi extends OwnSpi {
    public MembershipsSpi() {
        super("keysteward-memberships", MembershipsProvider.class, MembershipsProviderFactory.class);
    }
}

package org.keysteward.kernel.keycloak;

/** The SPI that answers what licenses allow. */
public final class LicenseLimitsSpi extends OwnSpi {
    public LicenseLimitsSpi() {
        super("keysteward-limits", LicenseLimitsProvider.class, LicenseLimitsProviderFactory.class);
    }
}

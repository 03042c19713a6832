package org.keysteward.kernel.keycloak;

/** The SPI of what capabilities add to the API. */
public final class ApiSpi extends OwnSpi {
    public ApiSpi() {
        super("keysteward-api", ApiContribution.class, ApiContributionFactory.class);
    }
}

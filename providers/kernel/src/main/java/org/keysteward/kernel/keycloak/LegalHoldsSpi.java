package org.keysteward.kernel.keycloak;

/** The SPI that answers what must not be deleted. */
public final class LegalHoldsSpi extends OwnSpi {
    public LegalHoldsSpi() {
        super("keysteward-holds", LegalHoldsProvider.class, LegalHoldsProviderFactory.class);
    }
}

package org.keysteward.kernel.keycloak;

/** The SPI behind which the audit trail is kept. */
public final class AuditTrailSpi extends OwnSpi {
    public AuditTrailSpi() {
        super("keysteward-audit", AuditTrailProvider.class, AuditTrailProviderFactory.class);
    }
}

package org.keysteward.kernel.keycloak;

import org.keycloak.provider.ProviderFactory;

/** Makes audit trails; the one of highest order is used. */
public interface AuditTrailProviderFactory extends ProviderFactory<AuditTrailProvider> {}

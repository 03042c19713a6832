package org.keysteward.kernel.keycloak;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link LegalHoldsProvider}s. */
public interface LegalHoldsProviderFactory extends ProviderFactory<LegalHoldsProvider> {}

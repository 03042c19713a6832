package org.keysteward.kernel.keycloak;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link LicenseLimitsProvider}s. */
public interface LicenseLimitsProviderFactory extends ProviderFactory<LicenseLimitsProvider> {}

package org.keysteward.kernel.keycloak;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link MembershipsProvider}s. */
public interface MembershipsProviderFactory extends ProviderFactory<MembershipsProvider> {}

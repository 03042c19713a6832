package org.keysteward.kernel.keycloak;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link RoleGiverProvider}s. */
public interface RoleGiverProviderFactory extends ProviderFactory<RoleGiverProvider> {}

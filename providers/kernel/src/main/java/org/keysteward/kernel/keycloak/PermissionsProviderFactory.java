package org.keysteward.kernel.keycloak;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link PermissionsProvider}s; the one of highest order is used. */
public interface PermissionsProviderFactory extends ProviderFactory<PermissionsProvider> {}

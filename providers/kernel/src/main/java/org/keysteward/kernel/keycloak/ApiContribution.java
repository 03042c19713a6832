package org.keysteward.kernel.keycloak;

import org.keycloak.provider.Provider;

/** Makes the JAX-RS sub-resource that answers one request. */
public interface ApiContribution extends Provider {
    Object resource(ApiRequest request);

    @Override
    default void close() {}
}

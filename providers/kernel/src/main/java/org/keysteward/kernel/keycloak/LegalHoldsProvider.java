package org.keysteward.kernel.keycloak;

import org.keycloak.provider.Provider;
import org.keysteward.kernel.LegalHolds;

/** Legal holds, for one request. There may be several providers, and each of them can hold. */
public interface LegalHoldsProvider extends LegalHolds, Provider {
    @Override
    default void close() {}
}

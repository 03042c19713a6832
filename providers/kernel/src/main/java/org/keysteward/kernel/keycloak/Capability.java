package org.keysteward.kernel.keycloak;

import org.keycloak.provider.Provider;

/** A part of the bundle that an operator can switch off. Everything about it is said by its factory. */
public interface Capability extends Provider {
    @Override
    default void close() {}
}

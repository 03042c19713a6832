package org.keysteward.kernel.keycloak;

import org.keycloak.provider.Provider;
import org.keysteward.kernel.Permissions;

/** Answers for the realm of one Keycloak session. */
public interface PermissionsProvider extends Permissions, Provider {
    @Override
    default void close() {}
}

package org.keysteward.kernel.keycloak;

import org.keycloak.provider.Provider;
import org.keysteward.kernel.AuditTrail;

/** An audit trail for one Keycloak session. */
public interface AuditTrailProvider extends AuditTrail, Provider {
    @Override
    default void close() {}
}

package org.keysteward.audit.keycloak;

import org.keysteward.kernel.keycloak.CapabilityFactory;

/** The capability: the audit trail. */
public final class AuditFactory implements CapabilityFactory {
    public static final String ID = "audit";

    @Override
    public String getId() {
        return ID;
    }
}

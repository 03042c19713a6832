package org.keysteward.audit.keycloak;

import java.util.List;
import org.keysteward.kernel.keycloak.OwnEntities;

/** The tables of the audit trail. */
public final class AuditEntities extends OwnEntities {
    public AuditEntities() {
        super("ks-audit", "META-INF/keysteward-audit.xml", List.of(InboxEntity.class));
    }
}

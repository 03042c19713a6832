package org.keysteward.kernel.keycloak;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.AccessDeniedException;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.TenantRef;

/** Records that somebody tried what they may not do: kept although the request is rolled back. */
final class Denials {
    private final KeycloakSession session;

    Denials(KeycloakSession session) {
        this.session = session;
    }

    void record(AccessDeniedException exception) {
        var permission = exception.permission();
        var tenant = exception.tenant();
        if (permission != null) {
            record(tenant, new AuditEntry.Target("permission", permission.key()));
        } else if (tenant != null) {
            hidden(tenant.alias());
        }
    }

    /** One record for a tenant that is hidden and for one that is not there: the time it takes must not tell which. */
    void hidden(String alias) {
        record(null, new AuditEntry.Target("tenant", alias.length() > 255 ? alias.substring(0, 255) : alias));
    }

    private void record(@Nullable TenantRef tenant, AuditEntry.Target target) {
        session.getProvider(AuditTrailProvider.class)
                .record(new AuditEntry(
                        AuditEntry.Category.ACCESS,
                        "access.denied",
                        Caller.of(session),
                        tenant,
                        target,
                        AuditEntry.Outcome.failure("permission_missing"),
                        List.of()));
    }
}

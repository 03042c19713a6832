package org.keysteward.tenants.keycloak;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.AuditTrailProvider;
import org.keysteward.kernel.keycloak.Caller;
import org.keysteward.tenants.Reservation;

/** Records that a license has refused something: kept although what it refused is rolled back. */
final class Refusals {
    private final KeycloakSession session;

    Refusals(KeycloakSession session) {
        this.session = session;
    }

    void record(TenantRef tenant, Reservation.Refused refused) {
        session.getProvider(AuditTrailProvider.class)
                .record(new AuditEntry(
                        AuditEntry.Category.SYSTEM,
                        "license.limit_reached",
                        Caller.of(session),
                        tenant,
                        new AuditEntry.Target("license", tenant.id()),
                        AuditEntry.Outcome.failure(reason(refused)),
                        List.of()));
    }

    private static String reason(Reservation.Refused refused) {
        if (refused instanceof Reservation.LimitReached reached) {
            return reached.limit().key() + ": " + reached.used() + " of " + reached.allowed();
        }
        return refused instanceof Reservation.NotInForce idle
                ? "license " + idle.state().key()
                : "refused";
    }
}

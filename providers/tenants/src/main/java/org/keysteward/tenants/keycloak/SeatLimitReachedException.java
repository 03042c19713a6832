package org.keysteward.tenants.keycloak;

import org.keycloak.models.ModelValidationException;
import org.keysteward.tenants.SeatReservation;

/** A join was refused. Keycloak's own administration API answers its message with status 400. */
final class SeatLimitReachedException extends ModelValidationException {
    private final transient SeatReservation.Refused refusal;

    SeatLimitReachedException(String alias, SeatReservation.Refused refusal) {
        super(message(alias, refusal));
        this.refusal = refusal;
    }

    SeatReservation.Refused refusal() {
        return refusal;
    }

    static String message(String alias, SeatReservation.Refused refusal) {
        return "Tenant " + alias + " has no free seat: " + refusal.used() + " of " + refusal.limit()
                + " seats are used. Remove a member or give the tenant a license with more seats.";
    }
}

package org.keysteward.tenants.keycloak;

import org.keycloak.models.ModelValidationException;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.Reservation;

/** A tenant may not grow. Keycloak's own administration API answers its message with status 400. */
final class GrowthRefusedException extends ModelValidationException {
    private final transient Reservation.Refused refusal;

    GrowthRefusedException(String alias, Reservation.Refused refusal) {
        super(message(alias, refusal));
        this.refusal = refusal;
    }

    Reservation.Refused refusal() {
        return refusal;
    }

    static String message(String alias, Reservation.Refused refusal) {
        if (refusal instanceof Reservation.LimitReached reached) {
            return reached.limit() == Limit.SEATS ? noSeat(alias, reached) : noMore(alias, reached);
        }
        if (refusal instanceof Reservation.NotInForce idle) {
            return "The license of tenant " + alias + " is " + idle.state().key()
                    + ": nothing can be added. Renew or resume the license first.";
        }
        throw new IllegalArgumentException("An unknown refusal");
    }

    private static String noSeat(String alias, Reservation.LimitReached reached) {
        return "Tenant " + alias + " has no free seat: " + reached.used() + " of " + reached.allowed()
                + " seats are used. Remove a member or give the tenant a license with more seats.";
    }

    private static String noMore(String alias, Reservation.LimitReached reached) {
        return "Tenant " + alias + " has reached its limit " + reached.limit().key() + ": " + reached.used() + " of "
                + reached.allowed() + " are used.";
    }
}

package org.keysteward.tenants;

/** Whether a tenant may take on one more of something. */
public sealed interface Reservation {
    /** It may. */
    record Granted() implements Reservation {}

    /** It may not. */
    sealed interface Refused extends Reservation {}

    /**
     * There are as many as the license allows.
     *
     * @param used how many there are
     * @param allowed how many there may be
     */
    record LimitReached(Limit limit, long used, long allowed) implements Refused {}

    /** The license lets nothing grow. */
    record NotInForce(LicenseState state) implements Refused {}
}

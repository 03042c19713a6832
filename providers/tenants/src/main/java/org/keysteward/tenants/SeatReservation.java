package org.keysteward.tenants;

/** Whether a member got a seat. */
public sealed interface SeatReservation {
    /** There was one. */
    record Granted() implements SeatReservation {}

    /**
     * There was none.
     *
     * @param used seats in use by others
     * @param limit how many there are
     */
    record Refused(long used, long limit) implements SeatReservation {}
}

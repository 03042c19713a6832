package org.keysteward.tenants;

import java.util.OptionalLong;

/**
 * How many distinct members a tenant may have.
 *
 * @param seats empty for unlimited
 */
public record SeatLimit(OptionalLong seats) {
    /**
     * Decides on a member who has just been counted.
     *
     * @param used seats in use, this member's included
     */
    public SeatReservation reserve(long used) {
        if (seats.isEmpty() || used <= seats.getAsLong()) {
            return new SeatReservation.Granted();
        }
        return new SeatReservation.Refused(used - 1, seats.getAsLong());
    }

    /** Whether more are in use than there are, as after a limit was lowered. */
    public boolean exceededBy(long used) {
        return seats.isPresent() && used > seats.getAsLong();
    }
}

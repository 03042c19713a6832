package org.keysteward.tenants;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when until when a license is given.
 *
 * @param startsAt null for always; before it, the license is on trial
 * @param expiresAt null for never; the first moment at which it is over
 * @param graceDays how many days it is honoured beyond its end
 */
public record Term(@Nullable Instant startsAt, @Nullable Instant expiresAt, int graceDays) {
    public static final Term UNLIMITED = new Term(null, null, 0);

    /** Ten years; whoever needs more leaves the end out. */
    public static final int MAX_GRACE_DAYS = 3650;

    public Term {
        if (startsAt != null && expiresAt != null && expiresAt.isBefore(startsAt)) {
            throw new IllegalArgumentException("A license ends before it starts");
        }
        if (graceDays < 0 || graceDays > MAX_GRACE_DAYS) {
            throw new IllegalArgumentException("Grace days out of bounds: " + graceDays);
        }
    }

    public LicenseState state(Instant now) {
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            return now.isBefore(expiresAt.plus(Duration.ofDays(graceDays))) ? LicenseState.GRACE : LicenseState.EXPIRED;
        }
        return startsAt != null && now.isBefore(startsAt) ? LicenseState.TRIAL : LicenseState.ACTIVE;
    }

    /** The first moment at which it is expired; empty where it never is. */
    public Optional<Instant> graceEndsAt() {
        return Optional.ofNullable(expiresAt).map(end -> end.plus(Duration.ofDays(graceDays)));
    }
}

package org.keysteward.tenants.keycloak;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.tenants.Term;

/** When a license holds, as a caller sends it. */
final class TermBody {
    private TermBody() {}

    static void validate(
            @Nullable String startsAt, @Nullable String expiresAt, @Nullable Integer graceDays, FieldErrors errors) {
        var start = errors.optionalTime("/startsAt", startsAt);
        var end = errors.optionalTime("/expiresAt", expiresAt);
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            errors.add("/expiresAt", "A license cannot end before it starts.");
        }
        validateGraceDays(graceDays, errors);
    }

    static void validateGraceDays(@Nullable Integer graceDays, FieldErrors errors) {
        if (graceDays != null && (graceDays < 0 || graceDays > Term.MAX_GRACE_DAYS)) {
            errors.add("/graceDays", "Grace days are a number from 0 to " + Term.MAX_GRACE_DAYS + ".");
        }
    }

    /** Milliseconds since the epoch, of what {@link #validate} found nothing wrong with. */
    static @Nullable Long millis(@Nullable String time) {
        return time == null ? null : Instant.parse(time).toEpochMilli();
    }
}

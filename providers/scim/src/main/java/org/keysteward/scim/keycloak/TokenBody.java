package org.keysteward.scim.keycloak;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.keycloak.ApiBody;

/**
 * A token to issue.
 *
 * @param expiresAt when it is worth nothing any more; never unless said
 * @param othersExpireInHours in so many hours, the connection's other tokens expire: the time to change the source over;
 *     they stay unless said
 */
public record TokenBody(
        @Nullable String expiresAt, @Nullable Integer othersExpireInHours) implements ApiBody {
    private static final int MAX_OVERLAP_HOURS = 24 * 90;

    @Override
    public void validate(FieldErrors errors) {
        errors.optionalTime("/expiresAt", expiresAt);
        if (othersExpireInHours != null && (othersExpireInHours < 0 || othersExpireInHours > MAX_OVERLAP_HOURS)) {
            errors.add("/othersExpireInHours", "A number of hours from 0 to " + MAX_OVERLAP_HOURS + ".");
        }
    }

    Optional<Instant> expiry() {
        return new FieldErrors().optionalTime("/expiresAt", expiresAt);
    }

    Optional<Instant> othersExpireBy(Instant now) {
        return Optional.ofNullable(othersExpireInHours).map(hours -> now.plus(Duration.ofHours(hours)));
    }
}

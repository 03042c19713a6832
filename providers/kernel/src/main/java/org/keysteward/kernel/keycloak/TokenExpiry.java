package org.keysteward.kernel.keycloak;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;

/** When a caller's token expires. */
final class TokenExpiry {
    private static final String ATTRIBUTE = "keysteward.tokenExpiry";

    private TokenExpiry() {}

    static void remember(KeycloakSession session, @Nullable AccessToken token) {
        var expires = token == null ? null : token.getExp();
        if (expires != null && expires > 0) {
            session.setAttribute(ATTRIBUTE, Instant.ofEpochSecond(expires));
        }
    }

    static Optional<Instant> of(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE, Instant.class));
    }
}

package org.keysteward.kernel.keycloak;

import java.util.List;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;

/** The scopes that a caller's access token was issued with (RFC 6749, section 3.3). */
final class TokenScopes {
    private static final String ATTRIBUTE = "keysteward.tokenScopes";

    private TokenScopes() {}

    static void remember(KeycloakSession session, AccessToken token) {
        session.setAttribute(ATTRIBUTE, token.getScope() == null ? "" : token.getScope());
    }

    /** None where the caller shows no access token. */
    static Set<String> of(KeycloakSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof String scopes
                ? Set.copyOf(List.of(scopes.split(" ", -1)))
                : Set.of();
    }
}

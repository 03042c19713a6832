package org.keysteward.kernel.keycloak;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;

/** The tenant that a caller's token was issued for: the one that its organization claim names. */
final class TokenTenant {
    private static final String ATTRIBUTE = "keysteward.tokenTenant";

    private TokenTenant() {}

    static void remember(KeycloakSession session, AccessToken token) {
        only(token.getOtherClaims().get(OAuth2Constants.ORGANIZATION))
                .ifPresent(alias -> session.setAttribute(ATTRIBUTE, alias));
    }

    static Optional<String> of(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE, String.class));
    }

    /** The claim is one alias, a list of aliases, or an object by alias, as its mapper is configured. */
    private static Optional<String> only(@Nullable Object claim) {
        if (claim instanceof String alias) {
            return Optional.of(alias);
        }
        var aliases = claim instanceof Map<?, ?> byAlias ? byAlias.keySet() : claim;
        return aliases instanceof Collection<?> several && several.size() == 1
                ? Optional.of(String.valueOf(several.iterator().next()))
                : Optional.empty();
    }
}

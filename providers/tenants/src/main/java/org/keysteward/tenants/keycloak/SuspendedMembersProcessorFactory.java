package org.keysteward.tenants.keycloak;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;
import org.keycloak.representations.JsonWebToken;
import org.keysteward.kernel.keycloak.TenantDirectory;

/**
 * Issues no token that speaks of a tenant in which the user is suspended. Where an application asks for whatever
 * tenants there are, those are left out before; where it names the tenant, as in {@code organization:acme}, Keycloak
 * looks at the membership alone, and the last word is here.
 */
public final class SuspendedMembersProcessorFactory implements TokenPostProcessorFactory {
    @Override
    public String getId() {
        return "keysteward-suspended-members";
    }

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new Processor(session);
    }

    private record Processor(KeycloakSession session) implements TokenPostProcessor {
        @Override
        public void process(TokenPostProcessorContext context) {
            if (TenantsFactory.isOff(session)
                    || !session.getContext().getRealm().isOrganizationsEnabled()) {
                return;
            }
            var suspended = SuspendedMembers.of(session);
            var user = context.clientSessionCtx()
                    .getClientSession()
                    .getUserSession()
                    .getUser();
            if (suspended.isEmpty() || user == null) {
                return;
            }
            var tenants = new TenantDirectory(session);
            var refused = Stream.concat(named(context.accessToken()), named(context.refreshToken()))
                    .distinct()
                    .flatMap(alias -> tenants.byAlias(alias).stream())
                    .anyMatch(tenant -> suspended.contain(tenant.getId(), user.getId()));
            if (refused) {
                throw new TokenInterceptorException(
                        OAuthErrorException.INVALID_GRANT, "The membership in the organization is suspended");
            }
        }

        /** The claim has had several shapes: an alias, some, or an object of them. */
        private static Stream<String> named(@Nullable JsonWebToken token) {
            var claim = token == null ? null : token.getOtherClaims().get(OAuth2Constants.ORGANIZATION);
            if (claim instanceof String alias) {
                return Stream.of(alias);
            }
            if (claim instanceof Map<?, ?> byAlias) {
                return byAlias.keySet().stream().map(String::valueOf);
            }
            if (claim instanceof Collection<?> aliases) {
                return aliases.stream().map(String::valueOf);
            }
            return Stream.empty();
        }
    }
}

package org.keysteward.roles.keycloak;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.TenantClaimMapper;
import org.keysteward.roles.Holdings;

/**
 * Adds {@code roles} and permissions to each tenant in the organization claim. A token that says so ends when the first
 * of these assignments does.
 */
public final class RoleClaimMapper extends TenantClaimMapper {
    @Override
    public String getId() {
        return "keysteward-oidc-roles-mapper";
    }

    @Override
    public String getDisplayType() {
        return "Tenant Roles";
    }

    @Override
    public String getHelpText() {
        return "Adds the user's roles, and permissions as configured, to each organization in the organization claim,"
                + " which becomes an object with a member for each organization.";
    }

    @Override
    protected List<ProviderConfigProperty> properties() {
        return TenantRoleClaims.properties();
    }

    @Override
    protected boolean isOff(KeycloakSession session) {
        return RolesFactory.isOff(session);
    }

    @Override
    protected Map<String, Map<String, Object>> facts(
            Collection<String> aliases,
            IDToken token,
            ProtocolMapperModel mapper,
            UserModel user,
            KeycloakSession session) {
        var now = KernelFactory.of(session).clock().instant();
        var claims = new TenantRoleClaims(session, mapper);
        var held = claims.held(aliases, user);
        var facts = new HashMap<String, Map<String, Object>>();
        held.forEach((alias, holdings) -> facts.put(alias, claims.of(holdings, now)));
        if (token instanceof AccessToken accessToken) {
            claims.stockRoles(aliases, held, now).forEach(role -> add(accessToken, role));
        }
        endWith(token, held.values(), now);
        return facts;
    }

    /** Seconds are cut, not rounded: rather a moment early. */
    private static void endWith(IDToken token, Collection<Holdings> held, Instant now) {
        var end = held.stream()
                .flatMap(holdings -> holdings.firstEnd(now).stream())
                .min(Comparator.naturalOrder());
        if (end.isPresent()
                && token.getExp() != null
                && token.getExp() > end.get().getEpochSecond()) {
            token.exp(end.get().getEpochSecond());
        }
    }

    private static void add(AccessToken token, RoleModel role) {
        if (role.getContainer() instanceof ClientModel client) {
            token.addAccess(client.getClientId()).addRole(role.getName());
            return;
        }
        var access = token.getRealmAccess();
        if (access == null) {
            access = new AccessToken.Access();
            token.setRealmAccess(access);
        }
        access.addRole(role.getName());
    }
}

package org.keysteward.roles.keycloak;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.StockAdministration;
import org.keysteward.kernel.keycloak.TenantClaimMapper;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.Holdings;
import org.keysteward.roles.Role;

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
        if (aliases.size() == 1 && token instanceof AccessToken accessToken) {
            var realm = session.getContext().getRealm();
            held.values().forEach(holdings -> addStockAdministration(accessToken, holdings, realm, now));
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

    /** Of the one tenant that the token is for. */
    private static void addStockAdministration(AccessToken token, Holdings holdings, RealmModel realm, Instant now) {
        holdings.stockRoles(AssignmentPath.WHOLE_TENANT, now).forEach(named -> add(token, realm, named));
    }

    private static void add(AccessToken token, RealmModel realm, Role.StockRole named) {
        var client = named.client().isEmpty() ? null : realm.getClientByClientId(named.client());
        if (client == null && !named.client().isEmpty()) {
            return;
        }
        RoleModel role = client == null ? realm.getRole(named.role()) : client.getRole(named.role());
        // What the role includes may have changed since it was named.
        if (role == null || StockAdministration.isGivenBy(realm, role)) {
            return;
        }
        if (client != null) {
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

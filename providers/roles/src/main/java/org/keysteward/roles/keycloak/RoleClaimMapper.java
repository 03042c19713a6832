package org.keysteward.roles.keycloak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.EnvironmentDependentProviderFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.OrganizationClaim;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.Holdings;
import org.keysteward.roles.Role;

/**
 * Adds {@code roles} and permissions to each tenant that Keycloak's own mapper has put into the organization claim. Where
 * that mapper puts nothing, neither does this one. A token that says so ends when the first of these assignments does.
 */
public final class RoleClaimMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper,
                OIDCIDTokenMapper,
                UserInfoTokenMapper,
                TokenIntrospectionTokenMapper,
                EnvironmentDependentProviderFactory {
    @Override
    public String getId() {
        return "keysteward-oidc-roles-mapper";
    }

    @Override
    public String getDisplayType() {
        return "Tenant Roles";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Adds the user's roles, and permissions as configured, to each organization in the organization claim,"
                + " which becomes an object with a member for each organization.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        var properties = new ArrayList<>(TenantRoleClaims.properties());
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, RoleClaimMapper.class);
        return properties;
    }

    @Override
    public int getPriority() {
        return OrganizationClaim.PRIORITY;
    }

    @Override
    public boolean isSupported(Config.Scope config) {
        return Profile.isFeatureEnabled(Profile.Feature.ORGANIZATION);
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext clientSession) {
        var claim = OrganizationClaim.of(clientSession);
        if (claim.isEmpty() || userSession.getUser() == null || !TenantRoleClaims.areThere(session)) {
            return;
        }
        var aliases = claim.get().aliases(token);
        if (aliases.isEmpty()) {
            return;
        }
        var now = KernelFactory.of(session).clock().instant();
        var claims = new TenantRoleClaims(session, mapper);
        var held = claims.held(aliases, userSession.getUser());
        var facts = new HashMap<String, Map<String, Object>>();
        held.forEach((alias, holdings) -> facts.put(alias, claims.of(holdings, now)));
        claim.get().add(token, getEffectiveModel(session, userSession.getRealm(), mapper), facts);
        if (aliases.size() == 1 && token instanceof AccessToken accessToken) {
            held.values().forEach(holdings -> addStockRoles(accessToken, holdings, userSession.getRealm(), now));
        }
        endWith(token, held.values(), now);
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
    private static void addStockRoles(AccessToken token, Holdings holdings, RealmModel realm, Instant now) {
        holdings.stockRoles(AssignmentPath.WHOLE_TENANT, now).forEach(named -> add(token, realm, named));
    }

    private static void add(AccessToken token, RealmModel realm, Role.StockRole named) {
        var client = named.client().isEmpty() ? null : realm.getClientByClientId(named.client());
        if (client == null && !named.client().isEmpty()) {
            return;
        }
        RoleModel role = client == null ? realm.getRole(named.role()) : client.getRole(named.role());
        // What the role includes may have changed since it was named.
        if (role == null || StockRoles.administer(realm, role)) {
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

package org.keysteward.tenants.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.Profile;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationMembershipMapper;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.EnvironmentDependentProviderFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;
import org.keycloak.utils.JsonUtils;

/**
 * Adds {@code license} and {@code features} to each tenant that Keycloak's own mapper has put into the organization
 * claim, which becomes an object by alias whatever form it had. Where that mapper puts nothing, neither does this one.
 */
public final class LicenseClaimMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper,
                OIDCIDTokenMapper,
                UserInfoTokenMapper,
                TokenIntrospectionTokenMapper,
                EnvironmentDependentProviderFactory {
    /** After the stock mappers of organizations, which have 0 and 10. */
    static final int PRIORITY = 100;

    @Override
    public String getId() {
        return "keysteward-oidc-license-mapper";
    }

    @Override
    public String getDisplayType() {
        return "Tenant License";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Adds the plan, the state and the features of the license to each organization in the organization claim,"
                + " which becomes an object with a member for each organization.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        var properties = new ArrayList<ProviderConfigProperty>();
        properties.add(LicenseClaims.property());
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, LicenseClaimMapper.class);
        return properties;
    }

    @Override
    public int getPriority() {
        return PRIORITY;
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
        var claim = claimName(clientSession);
        if (claim.isEmpty() || userSession.getUser() == null || !LicenseClaims.areThere(session)) {
            return;
        }
        var aliases = aliases(token, claim.get());
        if (aliases.isEmpty()) {
            return;
        }
        var claims = new LicenseClaims(session, mapper).of(aliases, userSession.getUser());
        var target = getEffectiveModel(session, userSession.getRealm(), mapper);
        target.getConfig().put(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, claim.get());
        var byAlias = OIDCAttributeMapperHelper.getOrInitializeOrganizationClaimAsMap(token, target);
        claims.forEach((alias, facts) -> byAlias.put(alias, with(byAlias.get(alias), facts)));
    }

    /** Where the stock mapper of this request writes; empty where there is none. */
    private static Optional<String> claimName(ClientSessionContext clientSession) {
        return clientSession
                .getProtocolMappersStream()
                .filter(mapper -> OrganizationMembershipMapper.PROVIDER_ID.equals(mapper.getProtocolMapper()))
                .findAny()
                .map(mapper -> mapper.getConfig()
                        .getOrDefault(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, OAuth2Constants.ORGANIZATION));
    }

    private static List<String> aliases(IDToken token, String claim) {
        Object found = token.getOtherClaims();
        for (var step : JsonUtils.splitClaimPath(claim)) {
            found = found instanceof Map<?, ?> members ? members.get(step) : null;
        }
        var aliases = new ArrayList<String>();
        if (found instanceof String alias) {
            aliases.add(alias);
        } else if (found instanceof Collection<?> several) {
            several.forEach(alias -> aliases.add(String.valueOf(alias)));
        } else if (found instanceof Map<?, ?> byAlias) {
            byAlias.keySet().forEach(alias -> aliases.add(String.valueOf(alias)));
        } else if (found instanceof ObjectNode byAlias) {
            byAlias.fieldNames().forEachRemaining(aliases::add);
        }
        return aliases;
    }

    /** An attribute of the organization that has one of our names gives way. */
    private static Map<String, Object> with(@Nullable Object there, LicenseClaims.Of facts) {
        var members = new HashMap<String, Object>();
        if (there instanceof Map<?, ?> known) {
            known.forEach((name, value) -> members.put(String.valueOf(name), value));
        }
        members.put(LicenseClaims.LICENSE, facts.license());
        if (facts.features() != null) {
            members.put(LicenseClaims.FEATURES, facts.features());
        }
        return members;
    }
}

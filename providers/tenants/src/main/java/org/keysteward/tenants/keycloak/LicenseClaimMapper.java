package org.keysteward.tenants.keycloak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.EnvironmentDependentProviderFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;
import org.keysteward.kernel.keycloak.OrganizationClaim;

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
        if (claim.isEmpty() || userSession.getUser() == null || !LicenseClaims.areThere(session)) {
            return;
        }
        var aliases = claim.get().aliases(token);
        if (aliases.isEmpty()) {
            return;
        }
        var facts = new HashMap<String, Map<String, Object>>();
        new LicenseClaims(session, mapper)
                .of(aliases, userSession.getUser())
                .forEach((alias, license) -> facts.put(alias, license.members()));
        claim.get().add(token, getEffectiveModel(session, userSession.getRealm(), mapper), facts);
    }
}

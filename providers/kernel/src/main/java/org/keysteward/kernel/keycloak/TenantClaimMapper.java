package org.keysteward.kernel.keycloak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
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

/**
 * Says more of each tenant that Keycloak's own mapper has put into the organization claim, which becomes an object by
 * alias whatever form it had. Where that mapper puts nothing, neither does this one.
 */
public abstract class TenantClaimMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper,
                OIDCIDTokenMapper,
                UserInfoTokenMapper,
                TokenIntrospectionTokenMapper,
                EnvironmentDependentProviderFactory {
    /** What an administrator can set beside the kinds of token. */
    protected abstract List<ProviderConfigProperty> properties();

    /** Whether the capability is switched off. */
    protected abstract boolean isOff(KeycloakSession session);

    /**
     * What is said, by alias.
     *
     * @param aliases what the claim names: not all need be tenants, or tenants of the user
     */
    protected abstract Map<String, Map<String, Object>> facts(
            Collection<String> aliases,
            IDToken token,
            ProtocolMapperModel mapper,
            UserModel user,
            KeycloakSession session);

    @Override
    public final String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public final List<ProviderConfigProperty> getConfigProperties() {
        var all = new ArrayList<>(properties());
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(all, getClass());
        return all;
    }

    @Override
    public final int getPriority() {
        return OrganizationClaim.PRIORITY;
    }

    @Override
    public final boolean isSupported(Config.Scope config) {
        return Profile.isFeatureEnabled(Profile.Feature.ORGANIZATION);
    }

    @Override
    protected final void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext clientSession) {
        var claim = OrganizationClaim.of(clientSession);
        if (claim.isEmpty() || userSession.getUser() == null || isOff(session)) {
            return;
        }
        var aliases = claim.get().aliases(token);
        if (!aliases.isEmpty()) {
            var facts = facts(aliases, token, mapper, userSession.getUser(), session);
            claim.get().add(token, getEffectiveModel(session, userSession.getRealm(), mapper), facts);
        }
    }
}

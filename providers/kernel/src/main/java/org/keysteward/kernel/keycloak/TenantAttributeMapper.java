package org.keysteward.kernel.keycloak;

import java.util.Set;
import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.SAMLAttributeStatementMapper;
import org.keycloak.provider.EnvironmentDependentProviderFactory;

/** As {@link TenantClaimMapper}, for SAML: says more of each tenant that Keycloak's own mapper has put into the assertion. */
public abstract class TenantAttributeMapper extends AbstractSAMLProtocolMapper
        implements SAMLAttributeStatementMapper, EnvironmentDependentProviderFactory {
    /** Whether the capability is switched off. */
    protected abstract boolean isOff(KeycloakSession session);

    /** @param aliases what the assertion names: not all need be tenants, or tenants of the user */
    protected abstract void add(
            OrganizationAttributes attributes,
            Set<String> aliases,
            ProtocolMapperModel mapper,
            UserModel user,
            KeycloakSession session);

    @Override
    public final String getDisplayCategory() {
        return AttributeStatementHelper.ATTRIBUTE_STATEMENT_CATEGORY;
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
    public final void transformAttributeStatement(
            AttributeStatementType statement,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            AuthenticatedClientSessionModel clientSession) {
        var attributes = new OrganizationAttributes(statement);
        var aliases = attributes.aliases();
        if (!aliases.isEmpty() && userSession.getUser() != null && !isOff(session)) {
            add(attributes, aliases, mapper, userSession.getUser(), session);
        }
    }
}

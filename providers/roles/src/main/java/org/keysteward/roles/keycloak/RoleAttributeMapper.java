package org.keysteward.roles.keycloak;

import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.SAMLAttributeStatementMapper;
import org.keycloak.provider.EnvironmentDependentProviderFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.OrganizationAttributes;
import org.keysteward.kernel.keycloak.OrganizationClaim;

/**
 * Adds attributes such as {@code organization.acme.roles}, with a value for each, for each tenant that Keycloak's own
 * mapper has put into the assertion. Where that mapper puts nothing, neither does this one.
 */
public final class RoleAttributeMapper extends AbstractSAMLProtocolMapper
        implements SAMLAttributeStatementMapper, EnvironmentDependentProviderFactory {
    @Override
    public String getId() {
        return "keysteward-saml-roles-mapper";
    }

    @Override
    public String getDisplayType() {
        return "Tenant Roles";
    }

    @Override
    public String getDisplayCategory() {
        return AttributeStatementHelper.ATTRIBUTE_STATEMENT_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Adds the user's roles, and permissions as configured, for each organization in the assertion, as"
                + " attributes such as organization.acme.roles.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return TenantRoleClaims.properties();
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
    public void transformAttributeStatement(
            AttributeStatementType statement,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            AuthenticatedClientSessionModel clientSession) {
        var attributes = new OrganizationAttributes(statement);
        var aliases = attributes.aliases();
        if (aliases.isEmpty() || userSession.getUser() == null || !TenantRoleClaims.areThere(session)) {
            return;
        }
        var now = KernelFactory.of(session).clock().instant();
        var claims = new TenantRoleClaims(session, mapper);
        claims.held(aliases, userSession.getUser())
                .forEach((alias, holdings) -> claims.of(holdings, now).forEach((name, value) -> {
                    if (value instanceof Map<?, ?> byPath) {
                        byPath.forEach((path, roles) -> attributes.add(alias, name + "." + path, roles));
                    } else {
                        attributes.add(alias, name, value);
                    }
                }));
    }
}

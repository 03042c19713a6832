package org.keysteward.tenants.keycloak;

import java.util.Collection;
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
import org.keysteward.kernel.keycloak.OrganizationAttributes;
import org.keysteward.kernel.keycloak.OrganizationClaim;

/**
 * Adds attributes such as {@code organization.acme.license.plan} for each tenant that Keycloak's own mapper has put
 * into the assertion. Where that mapper puts nothing, neither does this one.
 */
public final class LicenseAttributeMapper extends AbstractSAMLProtocolMapper
        implements SAMLAttributeStatementMapper, EnvironmentDependentProviderFactory {
    @Override
    public String getId() {
        return "keysteward-saml-license-mapper";
    }

    @Override
    public String getDisplayType() {
        return "Tenant License";
    }

    @Override
    public String getDisplayCategory() {
        return AttributeStatementHelper.ATTRIBUTE_STATEMENT_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Adds the plan, the state and the features of the license of each organization in the assertion, as"
                + " attributes such as organization.acme.license.plan. Objects are written as JSON.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(LicenseClaims.property());
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
        if (aliases.isEmpty() || userSession.getUser() == null || !LicenseClaims.areThere(session)) {
            return;
        }
        new LicenseClaims(session, mapper).of(aliases, userSession.getUser()).forEach((alias, facts) -> {
            add(attributes, alias, LicenseClaims.LICENSE, facts.license());
            if (facts.features() != null) {
                add(attributes, alias, LicenseClaims.FEATURES, facts.features());
            }
        });
    }

    private static void add(OrganizationAttributes attributes, String alias, String group, Map<String, Object> values) {
        values.forEach((name, value) -> attributes.add(
                alias,
                group + "." + name,
                value instanceof Map<?, ?> || value instanceof Collection<?> ? Json.write(value) : value));
    }
}

package org.keysteward.tenants.keycloak;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.saml.OrganizationMembershipMapper;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.SAMLAttributeStatementMapper;
import org.keycloak.provider.EnvironmentDependentProviderFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;
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
        var aliases = aliases(statement);
        if (aliases.isEmpty() || userSession.getUser() == null || !LicenseClaims.areThere(session)) {
            return;
        }
        new LicenseClaims(session, mapper).of(aliases, userSession.getUser()).forEach((alias, facts) -> {
            var tenant = OrganizationMembershipMapper.ORGANIZATION_ATTRIBUTE_NAME + "." + alias + ".";
            add(statement, tenant + LicenseClaims.LICENSE + ".", facts.license());
            if (facts.features() != null) {
                add(statement, tenant + LicenseClaims.FEATURES + ".", facts.features());
            }
        });
    }

    private static Set<String> aliases(AttributeStatementType statement) {
        return statement.getAttributes().stream()
                .map(AttributeStatementType.ASTChoiceType::getAttribute)
                .filter(attribute -> attribute != null
                        && OrganizationMembershipMapper.ORGANIZATION_ATTRIBUTE_NAME.equals(attribute.getName()))
                .flatMap(attribute -> attribute.getAttributeValue().stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    private static void add(AttributeStatementType statement, String prefix, Map<String, Object> values) {
        values.forEach((name, value) -> {
            var attribute = new AttributeType(prefix + name);
            attribute.setFriendlyName(prefix + name);
            attribute.setNameFormat(JBossSAMLURIConstants.ATTRIBUTE_FORMAT_BASIC.get());
            attribute.addAttributeValue(value instanceof Map<?, ?> ? Json.write(value) : String.valueOf(value));
            statement.addAttribute(new AttributeStatementType.ASTChoiceType(attribute));
        });
    }
}

package org.keysteward.roles.keycloak;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.saml.SAMLEndpoint;
import org.keycloak.broker.saml.SAMLIdentityProviderFactory;
import org.keycloak.broker.saml.mappers.UserAttributeMapper;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Follows the groups in an attribute of a SAML provider's assertions. */
public final class GroupAttributeMapper extends GroupRoleMapper {
    private static final String NAME = UserAttributeMapper.ATTRIBUTE_NAME;
    private static final String FRIENDLY_NAME = UserAttributeMapper.ATTRIBUTE_FRIENDLY_NAME;

    @Override
    public String getId() {
        return "keysteward-saml-group-role-mapper";
    }

    @Override
    public String getHelpText() {
        return "Gives the user the roles that the role mappings of the tenant say for the groups in an attribute, and"
                + " takes those that it gave before and the attribute says no more.";
    }

    @Override
    public String[] getCompatibleProviders() {
        return new String[] {SAMLIdentityProviderFactory.PROVIDER_ID};
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(NAME)
                .label("Attribute Name")
                .helpText("Of the attribute in the identity provider's assertion that has, as its values, the names of"
                        + " the groups that the user is in. Leave it empty to go by the friendly name alone.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(DEFAULT_GROUPS)
                .add()
                .property()
                .name(FRIENDLY_NAME)
                .label("Friendly Name")
                .helpText("Of the same attribute. Leave it empty to go by the name alone; where both are given, both"
                        + " must be the attribute's.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .build();
    }

    @Override
    Collection<?> told(IdentityProviderMapperModel mapper, BrokeredIdentityContext context) {
        var friendlyName = configured(mapper, FRIENDLY_NAME);
        var given = configured(mapper, NAME);
        var name = given == null && friendlyName == null ? DEFAULT_GROUPS : given;
        return context.getContextData().get(SAMLEndpoint.SAML_ASSERTION) instanceof AssertionType assertion
                ? values(assertion, name, friendlyName)
                : List.of();
    }

    /** Some providers say each group in an attribute of its own, all with one name. */
    private static List<Object> values(AssertionType assertion, @Nullable String name, @Nullable String friendlyName) {
        return assertion.getAttributeStatements().stream()
                .flatMap(statement -> statement.getAttributes().stream())
                .map(AttributeStatementType.ASTChoiceType::getAttribute)
                .filter(Objects::nonNull)
                .filter(attribute -> name == null || name.equals(attribute.getName()))
                .filter(attribute -> friendlyName == null || friendlyName.equals(attribute.getFriendlyName()))
                .map(AttributeType::getAttributeValue)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String configured(IdentityProviderMapperModel mapper, String key) {
        var text = mapper.getConfig().get(key);
        return text == null || text.isBlank() ? null : text.strip();
    }
}

package org.keysteward.roles.keycloak;

import java.util.List;
import java.util.Objects;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.RoleListMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Where an assertion names Keycloak's own roles: the attribute that Keycloak's role list writes too. */
record StockRoleAttribute(AttributeStatementType statement, ProtocolMapperModel mapper) {
    private static final String DEFAULT_NAME = "Role";

    static List<ProviderConfigProperty> properties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(AttributeStatementHelper.SAML_ATTRIBUTE_NAME)
                .label("Role attribute name")
                .helpText("Of the attribute that Keycloak roles are added to which the user's roles name, if the"
                        + " assertion is for one organization. As in the mapper 'Role list', also below.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(DEFAULT_NAME)
                .add()
                .property()
                .name(AttributeStatementHelper.FRIENDLY_NAME)
                .label(AttributeStatementHelper.FRIENDLY_NAME_LABEL)
                .helpText(AttributeStatementHelper.FRIENDLY_NAME_HELP_TEXT)
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(AttributeStatementHelper.SAML_ATTRIBUTE_NAMEFORMAT)
                .label("SAML Attribute NameFormat")
                .helpText("SAML Attribute NameFormat. Can be basic, URI reference, or unspecified.")
                .type(ProviderConfigProperty.LIST_TYPE)
                .options(
                        AttributeStatementHelper.BASIC,
                        AttributeStatementHelper.URI_REFERENCE,
                        AttributeStatementHelper.UNSPECIFIED)
                .defaultValue(AttributeStatementHelper.BASIC)
                .add()
                .property()
                .name(RoleListMapper.SINGLE_ROLE_ATTRIBUTE)
                .label("Single Role Attribute")
                .helpText("Whether all roles are values of one attribute, or each is an attribute of its own.")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue("true")
                .add()
                .build();
    }

    /** Adds the role, unless it is there already. */
    void add(String role) {
        var there = attributes();
        if (there.stream().noneMatch(attribute -> attribute.getAttributeValue().contains(role))) {
            var attribute = single() && !there.isEmpty() ? there.get(0) : added();
            attribute.addAttributeValue(role);
        }
    }

    private List<AttributeType> attributes() {
        return statement.getAttributes().stream()
                .map(AttributeStatementType.ASTChoiceType::getAttribute)
                .filter(Objects::nonNull)
                .filter(attribute -> name().equals(attribute.getName()))
                .toList();
    }

    private AttributeType added() {
        var attribute = AttributeStatementHelper.createAttributeType(mapper);
        attribute.setName(name());
        statement.addAttribute(new AttributeStatementType.ASTChoiceType(attribute));
        return attribute;
    }

    private String name() {
        var configured = mapper.getConfig().get(AttributeStatementHelper.SAML_ATTRIBUTE_NAME);
        return configured == null || configured.isBlank() ? DEFAULT_NAME : configured;
    }

    private boolean single() {
        return !"false".equals(mapper.getConfig().get(RoleListMapper.SINGLE_ROLE_ATTRIBUTE));
    }
}

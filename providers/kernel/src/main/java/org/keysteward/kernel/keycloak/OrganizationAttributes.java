package org.keysteward.kernel.keycloak;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.organization.protocol.mappers.saml.OrganizationMembershipMapper;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;

/** The attributes of an assertion that speak of the tenants that Keycloak's own mapper has put into it. */
public record OrganizationAttributes(AttributeStatementType statement) {
    /** The aliases of the tenants. */
    public Set<String> aliases() {
        return statement.getAttributes().stream()
                .map(AttributeStatementType.ASTChoiceType::getAttribute)
                .filter(attribute -> attribute != null
                        && OrganizationMembershipMapper.ORGANIZATION_ATTRIBUTE_NAME.equals(attribute.getName()))
                .flatMap(attribute -> attribute.getAttributeValue().stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    /**
     * Adds an attribute of a tenant, {@code organization.<alias>.<name>}.
     *
     * @param value a collection for several values
     */
    public void add(String alias, String name, Object value) {
        var whole = OrganizationMembershipMapper.ORGANIZATION_ATTRIBUTE_NAME + "." + alias + "." + name;
        var attribute = new AttributeType(whole);
        attribute.setFriendlyName(whole);
        attribute.setNameFormat(JBossSAMLURIConstants.ATTRIBUTE_FORMAT_BASIC.get());
        var values = value instanceof Collection<?> several ? several : List.of(value);
        values.forEach(one -> attribute.addAttributeValue(String.valueOf(one)));
        statement.addAttribute(new AttributeStatementType.ASTChoiceType(attribute));
    }
}

package org.keysteward.tenants.keycloak;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keysteward.kernel.keycloak.OrganizationAttributes;
import org.keysteward.kernel.keycloak.TenantAttributeMapper;

/** Adds attributes such as {@code organization.acme.license.plan} for each tenant in the assertion. */
public final class LicenseAttributeMapper extends TenantAttributeMapper {
    @Override
    public String getId() {
        return "keysteward-saml-license-mapper";
    }

    @Override
    public String getDisplayType() {
        return "Tenant License";
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
    protected boolean isOff(KeycloakSession session) {
        return TenantsFactory.isOff(session);
    }

    @Override
    protected void add(
            OrganizationAttributes attributes,
            Set<String> aliases,
            ProtocolMapperModel mapper,
            UserModel user,
            KeycloakSession session) {
        new LicenseClaims(session, mapper).of(aliases, user).forEach((alias, facts) -> {
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

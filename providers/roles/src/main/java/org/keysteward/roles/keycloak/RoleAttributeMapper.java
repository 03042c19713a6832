package org.keysteward.roles.keycloak;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.OrganizationAttributes;
import org.keysteward.kernel.keycloak.TenantAttributeMapper;

/** Adds attributes such as {@code organization.acme.roles}, with a value for each, for each tenant in the assertion. */
public final class RoleAttributeMapper extends TenantAttributeMapper {
    @Override
    public String getId() {
        return "keysteward-saml-roles-mapper";
    }

    @Override
    public String getDisplayType() {
        return "Tenant Roles";
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
    protected boolean isOff(KeycloakSession session) {
        return RolesFactory.isOff(session);
    }

    @Override
    protected void add(
            OrganizationAttributes attributes,
            Set<String> aliases,
            ProtocolMapperModel mapper,
            UserModel user,
            KeycloakSession session) {
        var now = KernelFactory.of(session).clock().instant();
        var claims = new TenantRoleClaims(session, mapper);
        claims.held(aliases, user)
                .forEach((alias, holdings) -> claims.of(holdings, now).forEach((name, value) -> {
                    if (value instanceof Map<?, ?> byPath) {
                        byPath.forEach((path, roles) -> attributes.add(alias, name + "." + path, roles));
                    } else {
                        attributes.add(alias, name, value);
                    }
                }));
    }
}

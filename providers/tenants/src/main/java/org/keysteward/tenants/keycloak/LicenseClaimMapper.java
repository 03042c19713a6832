package org.keysteward.tenants.keycloak;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;
import org.keysteward.kernel.keycloak.TenantClaimMapper;

/** Adds {@code license} and {@code features} to each tenant in the organization claim. */
public final class LicenseClaimMapper extends TenantClaimMapper {
    @Override
    public String getId() {
        return "keysteward-oidc-license-mapper";
    }

    @Override
    public String getDisplayType() {
        return "Tenant License";
    }

    @Override
    public String getHelpText() {
        return "Adds the plan, the state and the features of the license to each organization in the organization claim,"
                + " which becomes an object with a member for each organization.";
    }

    @Override
    protected List<ProviderConfigProperty> properties() {
        return List.of(LicenseClaims.property());
    }

    @Override
    protected boolean isOff(KeycloakSession session) {
        return TenantsFactory.isOff(session);
    }

    @Override
    protected Map<String, Map<String, Object>> facts(
            Collection<String> aliases,
            IDToken token,
            ProtocolMapperModel mapper,
            UserModel user,
            KeycloakSession session) {
        var facts = new HashMap<String, Map<String, Object>>();
        new LicenseClaims(session, mapper)
                .of(aliases, user)
                .forEach((alias, license) -> facts.put(alias, license.members()));
        return facts;
    }
}

package org.keysteward.roles.keycloak;

import java.util.Collection;
import java.util.List;
import org.keycloak.broker.oidc.KeycloakOIDCIdentityProviderFactory;
import org.keycloak.broker.oidc.OIDCIdentityProviderFactory;
import org.keycloak.broker.oidc.mappers.AbstractClaimMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Follows the groups in a claim of an OpenID Connect provider. */
public final class GroupClaimMapper extends GroupRoleMapper {
    private static final String CLAIM = "claim";

    @Override
    public String getId() {
        return "keysteward-group-role-mapper";
    }

    @Override
    public String getHelpText() {
        return "Gives the user the roles that the role mappings of the tenant say for the groups in a claim, and takes"
                + " those that it gave before and the claim says no more.";
    }

    @Override
    public String[] getCompatibleProviders() {
        return new String[] {OIDCIdentityProviderFactory.PROVIDER_ID, KeycloakOIDCIdentityProviderFactory.PROVIDER_ID};
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(CLAIM)
                .label("Claim")
                .helpText("Of the identity provider's token: the names of the groups that the user is in.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(DEFAULT_GROUPS)
                .add()
                .build();
    }

    @Override
    Collection<?> told(IdentityProviderMapperModel mapper, BrokeredIdentityContext context) {
        var claim =
                AbstractClaimMapper.getClaimValue(context, mapper.getConfig().getOrDefault(CLAIM, DEFAULT_GROUPS));
        if (claim instanceof Collection<?> several) {
            return several;
        }
        return claim == null ? List.of() : List.of(claim);
    }
}

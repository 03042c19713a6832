package org.keysteward.roles.keycloak;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.oidc.KeycloakOIDCIdentityProviderFactory;
import org.keycloak.broker.oidc.OIDCIdentityProviderFactory;
import org.keycloak.broker.oidc.mappers.AbstractClaimMapper;
import org.keycloak.broker.provider.AbstractIdentityProviderMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.roles.RoleMapping;

/**
 * With each sign-in through a tenant's identity provider, the groups that it tells of become roles in the tenant, as the
 * tenant's role mappings say.
 */
public final class GroupRoleMapper extends AbstractIdentityProviderMapper {
    private static final String CLAIM = "claim";
    private static final String DEFAULT_CLAIM = "groups";
    private static final int MOST_GROUPS = 1000;

    @Override
    public String getId() {
        return "keysteward-group-role-mapper";
    }

    @Override
    public String getDisplayCategory() {
        return "Tenant Roles";
    }

    @Override
    public String getDisplayType() {
        return "Groups to Tenant Roles";
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
    public boolean supportsSyncMode(IdentityProviderSyncMode syncMode) {
        return EnumSet.allOf(IdentityProviderSyncMode.class).contains(syncMode);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(CLAIM)
                .label("Claim")
                .helpText("Of the identity provider's token: the names of the groups that the user is in.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(DEFAULT_CLAIM)
                .add()
                .build();
    }

    @Override
    public void importNewUser(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            IdentityProviderMapperModel mapper,
            BrokeredIdentityContext context) {
        follow(session, user, mapper, context);
    }

    @Override
    public void updateBrokeredUser(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            IdentityProviderMapperModel mapper,
            BrokeredIdentityContext context) {
        follow(session, user, mapper, context);
    }

    private static void follow(
            KeycloakSession session,
            UserModel user,
            IdentityProviderMapperModel mapper,
            BrokeredIdentityContext context) {
        var organizationId = context.getIdpConfig().getOrganizationId();
        if (RolesFactory.isOff(session) || organizationId == null) {
            return;
        }
        var organization = session.getProvider(OrganizationProvider.class).getById(organizationId);
        if (organization == null || !organization.isMember(user)) {
            return;
        }
        var claim = mapper.getConfig().getOrDefault(CLAIM, DEFAULT_CLAIM);
        new MappedRoles(session, TenantDirectory.ref(organization))
                .follow(
                        user.getId(),
                        RoleMapping.Source.IDP,
                        context.getIdpConfig().getAlias(),
                        groups(AbstractClaimMapper.getClaimValue(context, claim)));
    }

    /** A claim of thousands is nobody's groups: what is beyond is not looked at. */
    private static Set<String> groups(@Nullable Object claim) {
        var groups = new TreeSet<String>();
        if (claim instanceof Collection<?> several) {
            several.stream().limit(MOST_GROUPS).forEach(group -> groups.add(String.valueOf(group)));
        } else if (claim != null) {
            groups.add(String.valueOf(claim));
        }
        return groups;
    }
}

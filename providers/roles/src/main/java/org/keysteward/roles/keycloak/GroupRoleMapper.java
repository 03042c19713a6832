package org.keysteward.roles.keycloak;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.broker.provider.AbstractIdentityProviderMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.roles.RoleMapping;

/**
 * With each sign-in through a tenant's identity provider, the groups that it tells of become roles in the tenant, as the
 * tenant's role mappings say.
 */
abstract class GroupRoleMapper extends AbstractIdentityProviderMapper {
    /** Where the groups are, unless an administrator says otherwise. */
    static final String DEFAULT_GROUPS = "groups";

    private static final int MOST_GROUPS = 1000;

    /** What the identity provider tells of groups; nothing where it tells of none. */
    abstract Collection<?> told(IdentityProviderMapperModel mapper, BrokeredIdentityContext context);

    @Override
    public final String getDisplayCategory() {
        return "Tenant Roles";
    }

    @Override
    public final String getDisplayType() {
        return "Groups to Tenant Roles";
    }

    @Override
    public final boolean supportsSyncMode(IdentityProviderSyncMode syncMode) {
        return EnumSet.allOf(IdentityProviderSyncMode.class).contains(syncMode);
    }

    @Override
    public final void importNewUser(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            IdentityProviderMapperModel mapper,
            BrokeredIdentityContext context) {
        follow(session, user, mapper, context);
    }

    @Override
    public final void updateBrokeredUser(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            IdentityProviderMapperModel mapper,
            BrokeredIdentityContext context) {
        follow(session, user, mapper, context);
    }

    private void follow(
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
        new MappedRoles(session, TenantDirectory.ref(organization))
                .follow(
                        user.getId(),
                        RoleMapping.Source.IDP,
                        context.getIdpConfig().getAlias(),
                        groups(told(mapper, context)));
    }

    /** Thousands are nobody's groups: what is beyond is not looked at. No more is a group without a name. */
    private static Set<String> groups(Collection<?> told) {
        return told.stream()
                .limit(MOST_GROUPS)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .filter(group -> !group.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

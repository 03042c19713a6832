package org.keysteward.roles.keycloak;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.TenantRef;
import org.keysteward.roles.Facts;

/** What Keycloak knows of a tenant's members: what rules are asked with, and whose groups' roles they have. */
final class UserFacts {
    private final KeycloakSession session;
    private final TenantRef tenant;

    UserFacts(KeycloakSession session, TenantRef tenant) {
        this.session = session;
        this.tenant = tenant;
    }

    Facts of(UserModel user) {
        return new Facts(
                user.getAttributes(),
                ofRealm(user).map(KeycloakModelUtils::buildGroupPath).collect(Collectors.toSet()),
                ofOrganization(user).map(UserFacts::pathInside).collect(Collectors.toSet()),
                session.users()
                        .getFederatedIdentitiesStream(session.getContext().getRealm(), user)
                        .map(FederatedIdentityModel::getIdentityProvider)
                        .collect(Collectors.toSet()));
    }

    /** Of the groups that the user is in and of those above them, whose roles they inherit. */
    Set<String> groupIds(UserModel user) {
        return Stream.concat(ofRealm(user), ofOrganization(user))
                .flatMap(UserFacts::withParents)
                .map(GroupModel::getId)
                .collect(Collectors.toSet());
    }

    // INVARIANT: groups inside other tenants are not among them.
    private static Stream<GroupModel> ofRealm(UserModel user) {
        return user.getGroupsStream().filter(group -> group.getType() == GroupModel.Type.REALM);
    }

    private Stream<GroupModel> ofOrganization(UserModel user) {
        var organizations = session.getProvider(OrganizationProvider.class);
        var organization = organizations.getById(tenant.id());
        return organization == null
                ? Stream.empty()
                : organizations
                        .getOrganizationGroupsByMember(organization, user)
                        .filter(group -> !isHidden(group));
    }

    private static Stream<GroupModel> withParents(GroupModel group) {
        return Stream.iterate(group, one -> one != null && !isHidden(one), GroupModel::getParent);
    }

    /** Without the hidden group that stands for the organization itself. */
    private static String pathInside(GroupModel group) {
        var path = new StringBuilder();
        withParents(group).forEach(one -> path.insert(0, "/" + one.getName()));
        return path.toString();
    }

    static boolean isHidden(GroupModel group) {
        return group.getType() == GroupModel.Type.ORGANIZATION && group.getParentId() == null;
    }
}

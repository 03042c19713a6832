package org.keysteward.roles.keycloak;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.Rows;

/** The people and groups that roles are assigned to, as Keycloak knows them. */
final class Principals {
    private final KeycloakSession session;
    private final RealmModel realm;

    Principals(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    AssignmentView.PrincipalView view(Principal principal) {
        return new AssignmentView.PrincipalView(principal.type().key(), principal.id(), name(principal));
    }

    /** The user, if there is one and it may be assigned a role there; null for the realm. */
    Optional<UserModel> user(String id, @Nullable TenantRef tenant) {
        var user = session.users().getUserById(realm, id);
        if (user == null || user.getServiceAccountClientLink() != null) {
            return Optional.empty();
        }
        return tenant == null || organization(tenant).isMember(user) ? Optional.of(user) : Optional.empty();
    }

    /** Those of them who are there and can sign in. */
    Set<String> enabled(Collection<String> ids) {
        var enabled = new HashSet<String>();
        if (ids.size() > 1) {
            // What a federation says of its users may be newer than their rows.
            enabled.addAll(Rows.entityManager(session)
                    .createQuery(
                            "select u.id from UserEntity u where u.realmId = :realm and u.id in :ids"
                                    + " and u.enabled = true and u.federationLink is null",
                            String.class)
                    .setParameter("realm", realm.getId())
                    .setParameter("ids", ids)
                    .getResultList());
        }
        ids.stream().filter(id -> !enabled.contains(id) && isEnabled(id)).forEach(enabled::add);
        return enabled;
    }

    /** Whether there is somebody with this id who can sign in. */
    boolean isEnabled(String id) {
        var user = session.users().getUserById(realm, id);
        return user != null && user.isEnabled();
    }

    Optional<UserModel> serviceAccount(String id) {
        return Optional.ofNullable(session.users().getUserById(realm, id))
                .filter(user -> user.getServiceAccountClientLink() != null);
    }

    Optional<GroupModel> organizationGroup(String id, TenantRef tenant) {
        return Optional.ofNullable(session.groups().getGroupById(realm, id))
                .filter(group -> group.getType() == GroupModel.Type.ORGANIZATION
                        && !UserFacts.isHidden(group)
                        && group.getOrganization() != null
                        && tenant.id().equals(group.getOrganization().getId()));
    }

    Optional<GroupModel> realmGroup(String id) {
        return Optional.ofNullable(session.groups().getGroupById(realm, id))
                .filter(group -> group.getType() == GroupModel.Type.REALM);
    }

    @Nullable String username(String userId) {
        var user = session.users().getUserById(realm, userId);
        return user == null ? null : user.getUsername();
    }

    private @Nullable String name(Principal principal) {
        if (!principal.type().group()) {
            return username(principal.id());
        }
        var group = session.groups().getGroupById(realm, principal.id());
        return group == null ? null : KeycloakModelUtils.buildGroupPath(group);
    }

    private OrganizationModel organization(TenantRef tenant) {
        return session.getProvider(OrganizationProvider.class).getById(tenant.id());
    }
}

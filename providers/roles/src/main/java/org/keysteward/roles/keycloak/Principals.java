package org.keysteward.roles.keycloak;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Map<String, Person> known = new HashMap<>();

    /** What a federation says of its users may be newer than their rows: those are never read together. */
    private record Person(String username, boolean enabled, boolean serviceAccount) {}

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

    /** Reads many at once who are asked about one by one behind it. */
    void know(Collection<String> userIds) {
        var missing = userIds.stream().filter(id -> !known.containsKey(id)).collect(Collectors.toSet());
        if (missing.size() < 2) {
            return;
        }
        Rows.entityManager(session)
                .createQuery(
                        "select u.id, u.username, u.enabled, u.serviceAccountClientLink from UserEntity u"
                                + " where u.realmId = :realm and u.id in :ids and u.federationLink is null",
                        Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("ids", missing)
                .getResultStream()
                .forEach(row ->
                        known.put((String) row[0], new Person((String) row[1], (Boolean) row[2], row[3] != null)));
    }

    /** Those of them who are there and can sign in. */
    Set<String> enabled(Collection<String> userIds) {
        know(userIds);
        return userIds.stream().filter(this::isEnabled).collect(Collectors.toSet());
    }

    /** Whether there is somebody with this id who can sign in. */
    boolean isEnabled(String userId) {
        return person(userId).filter(Person::enabled).isPresent();
    }

    boolean isServiceAccount(String userId) {
        return person(userId).filter(Person::serviceAccount).isPresent();
    }

    @Nullable String username(String userId) {
        return person(userId).map(Person::username).orElse(null);
    }

    private Optional<Person> person(String userId) {
        var read = known.get(userId);
        return read != null
                ? Optional.of(read)
                : Optional.ofNullable(session.users().getUserById(realm, userId))
                        .map(user -> new Person(
                                user.getUsername(), user.isEnabled(), user.getServiceAccountClientLink() != null));
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

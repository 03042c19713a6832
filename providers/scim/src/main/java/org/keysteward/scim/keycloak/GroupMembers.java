package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.keycloak.RoleGiverProvider;
import org.keysteward.kernel.keycloak.StockAdministration;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;
import org.keysteward.scim.resource.ExternalChange;

/** Who is in a group. INVARIANT: only people and groups of the scope ever are. */
final class GroupMembers {
    private static final int AT_ONCE = 500;

    private final Call call;
    private final ProvisioningEvents events;

    GroupMembers(Call call) {
        this.call = call;
        this.events = new ProvisioningEvents(call);
    }

    void apply(GroupModel group, ExternalChange change) throws ScimException {
        if (change instanceof ExternalChange.Add add) {
            add(group, add.values());
        } else if (change instanceof ExternalChange.Remove remove) {
            remove(group, remove.values());
        } else if (change instanceof ExternalChange.ReplaceAll replace) {
            replace(group, replace.values());
        } else {
            removeAll(group);
        }
    }

    void add(GroupModel group, List<ObjectNode> values) throws ScimException {
        var ids = ids(values);
        if (ids.isEmpty()) {
            return;
        }
        refuseAdministration(group);
        for (var id : ids) {
            addOne(group, id);
        }
    }

    void remove(GroupModel group, Collection<String> ids) throws ScimException {
        refuseAdministration(group);
        for (var id : ids) {
            var user = call.session().users().getUserById(call.realm(), id);
            if (user != null) {
                leave(group, user);
            } else {
                below(group, id).forEach(this::moveToTop);
            }
        }
    }

    void removeAll(GroupModel group) throws ScimException {
        refuseAdministration(group);
        forEach(group, user -> leave(group, user));
        group.getSubGroupsStream().toList().forEach(this::moveToTop);
    }

    /** These and no others: whoever is in the group already is left alone. */
    private void replace(GroupModel group, List<ObjectNode> values) throws ScimException {
        refuseAdministration(group);
        var wanted = new LinkedHashSet<>(ids(values));
        forEach(group, user -> {
            if (!wanted.remove(user.getId())) {
                leave(group, user);
            }
        });
        for (var child : group.getSubGroupsStream().toList()) {
            if (!wanted.remove(child.getId())) {
                moveToTop(child);
            }
        }
        for (var id : wanted) {
            addOne(group, id);
        }
    }

    /** The group has another name now, and other roles may go with it. */
    void follow(GroupModel group) {
        if (givesRoles()) {
            forEach(group, this::follow);
        }
    }

    private void addOne(GroupModel group, String id) throws ScimException {
        var user = call.session().users().getUserById(call.realm(), id);
        if (user != null && new UserRows(call).one(id).isPresent()) {
            join(group, user);
            return;
        }
        var child = call.session().groups().getGroupById(call.realm(), id);
        if (child == null || new GroupRows(call).one(id).isEmpty()) {
            throw ScimException.of(
                    ScimType.INVALID_VALUE, "members: there is no user and no group with the id " + id + ".");
        }
        nest(group, child);
    }

    private void join(GroupModel group, UserModel user) {
        if (isIn(group, user)) {
            return;
        }
        user.joinGroup(group);
        events.joined(group, user);
        follow(user);
    }

    private void leave(GroupModel group, UserModel user) {
        if (!isIn(group, user)) {
            return;
        }
        user.leaveGroup(group);
        events.left(group, user);
        follow(user);
    }

    private void nest(GroupModel group, GroupModel child) throws ScimException {
        if (group.getId().equals(child.getParentId())) {
            return;
        }
        if (Stream.iterate(group, Objects::nonNull, GroupModel::getParent)
                .anyMatch(above -> above.getId().equals(child.getId()))) {
            throw ScimException.of(ScimType.INVALID_VALUE, "members: a group cannot be in itself, also not by others.");
        }
        if (!isTop(child)) {
            throw ScimException.of(
                    ScimType.INVALID_VALUE,
                    "members: the group " + child.getId() + " is in another group, and can be in one only.");
        }
        if (StockAdministration.isGivenBy(call.realm(), child)) {
            throw administration();
        }
        move(child, group);
        raiseVersion(group);
    }

    /** Keycloak lets the hidden group of an organization change only while it works on that organization. */
    private void move(GroupModel child, @Nullable GroupModel parent) {
        var context = call.session().getContext();
        var before = context.getOrganization();
        var tenant = call.tenant();
        if (tenant != null) {
            context.setOrganization(
                    call.session().getProvider(OrganizationProvider.class).getById(tenant.id()));
        }
        try {
            call.session().groups().moveGroup(call.realm(), child, parent);
        } finally {
            context.setOrganization(before);
        }
    }

    private void moveToTop(GroupModel child) {
        var parent = child.getParent();
        move(child, top(child));
        if (parent != null) {
            raiseVersion(parent);
        }
    }

    /** What is highest in a tenant is below the hidden group that stands for it. */
    private @Nullable GroupModel top(GroupModel child) {
        return call.tenant() == null
                ? null
                : Stream.iterate(child, Objects::nonNull, GroupModel::getParent)
                        .filter(above -> above.getParentId() == null)
                        .findFirst()
                        .orElse(null);
    }

    private boolean isTop(GroupModel child) {
        var parent = child.getParent();
        return parent == null || (call.tenant() != null && parent.getParentId() == null);
    }

    private static Stream<GroupModel> below(GroupModel group, String id) {
        return group.getSubGroupsStream().filter(child -> child.getId().equals(id)).toList().stream();
    }

    private boolean isIn(GroupModel group, UserModel user) {
        return call.entityManager()
                        .createQuery(
                                "select count(m) from UserGroupMembershipEntity m where m.groupId = :group and m.user.id = :user",
                                Long.class)
                        .setParameter("group", group.getId())
                        .setParameter("user", user.getId())
                        .getSingleResult()
                > 0;
    }

    /** In portions: a group may have a hundred thousand. */
    private void forEach(GroupModel group, Consumer<UserModel> work) {
        var last = "";
        List<String> ids;
        do {
            ids = call.entityManager()
                    .createQuery(
                            "select m.user.id from UserGroupMembershipEntity m where m.groupId = :group"
                                    + " and m.user.id > :after order by m.user.id",
                            String.class)
                    .setParameter("group", group.getId())
                    .setParameter("after", last)
                    .setMaxResults(AT_ONCE)
                    .getResultList();
            for (var id : ids) {
                var user = call.session().users().getUserById(call.realm(), id);
                if (user != null) {
                    work.accept(user);
                }
                last = id;
            }
        } while (ids.size() == AT_ONCE);
    }

    /** Makes the roles of the member what their groups say. */
    private void follow(UserModel user) {
        var tenant = call.tenant();
        if (tenant == null || !givesRoles()) {
            return;
        }
        call.entityManager().flush();
        var names = new Memberships(call)
                .groups(Set.of(user.getId())).getOrDefault(user.getId(), List.of()).stream()
                        .map(GroupRef::name)
                        .toList();
        call.session()
                .getProvider(RoleGiverProvider.class)
                .follow(tenant, user.getId(), call.source().key(), new HashSet<>(names));
    }

    private boolean givesRoles() {
        var tenant = call.tenant();
        return tenant != null
                && call.session().getProvider(RoleGiverProvider.class).hasMappedGroups(tenant);
    }

    private void refuseAdministration(GroupModel group) throws ScimException {
        if (StockAdministration.isGivenBy(call.realm(), group)) {
            throw administration();
        }
    }

    private static ScimException administration() {
        return new ScimException(
                403,
                null,
                "This group gives roles of Keycloak's administration; its members are none of SCIM's business.");
    }

    private void raiseVersion(GroupModel group) {
        GroupVersions.raise(call.session(), group);
    }

    private static Set<String> ids(List<ObjectNode> values) throws ScimException {
        var ids = new LinkedHashSet<String>();
        for (var value : values) {
            var id = value.path("value").asText();
            if (id.isEmpty()) {
                throw ScimException.of(ScimType.INVALID_VALUE, "members: each needs a value, the member's id.");
            }
            ids.add(id);
        }
        return ids;
    }
}

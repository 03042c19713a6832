package org.keysteward.scim.keycloak;

import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.GroupModel;
import org.keycloak.models.jpa.entities.GroupEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;

/** Reads who is in which groups of the scope: a constant number of statements, however many are asked about. */
final class Memberships {
    /** Groups with more members show none: half of them would be taken for all. */
    static final int MOST_SHOWN = 1000;

    private static final int MOST_ON_A_PAGE = 10_000;

    /** Of a group {@code g}: that it is the scope's. */
    static final String IN_REALM = " g.realm = :realm and g.type = :type";
    /** Without the hidden group that stands for the tenant itself. */
    static final String IN_TENANT = IN_REALM + " and g.organization.id = :tenant and g.parentId <> :top";

    private static final String GROUPS = "select m.user.id, g.id, g.name from UserGroupMembershipEntity m"
            + " join GroupEntity g on g.id = m.groupId where m.user.id ";
    private static final String ONE = "= :user and";
    private static final String SOME = "in :users and";
    private static final String IN_ORDER = " order by g.id";
    private static final String GROUPS_OF_ONE_IN_REALM = GROUPS + ONE + IN_REALM + IN_ORDER;
    private static final String GROUPS_OF_ONE_IN_TENANT = GROUPS + ONE + IN_TENANT + IN_ORDER;
    private static final String GROUPS_IN_REALM = GROUPS + SOME + IN_REALM + IN_ORDER;
    private static final String GROUPS_IN_TENANT = GROUPS + SOME + IN_TENANT + IN_ORDER;

    /** None are read where there are too many: whoever adds one to a hundred thousand does not wait for a thousand. */
    private static final String NOT_TOO_MANY = " not exists (select n.user.id from UserGroupMembershipEntity n"
            + " where n.groupId = :group order by n.user.id limit 1 offset " + MOST_SHOWN + ")";

    private static final String PEOPLE = "select m.groupId, u.id, u.username from UserGroupMembershipEntity m"
            + " join m.user u where m.groupId = :group and" + NOT_TOO_MANY + " order by u.id";
    private static final String BELOW =
            "select g.parentId, g.id, g.name from GroupEntity g where g.parentId = :group and";
    private static final String BELOW_IN_REALM = BELOW + IN_REALM + " and" + NOT_TOO_MANY + IN_ORDER;
    private static final String BELOW_IN_TENANT = BELOW + IN_TENANT + " and" + NOT_TOO_MANY + IN_ORDER;

    private final Call call;
    private final CriteriaBuilder builder;

    Memberships(Call call) {
        this.call = call;
        this.builder = call.entityManager().getCriteriaBuilder();
    }

    /** By user. */
    Map<String, List<GroupRef>> groups(Collection<String> userIds) {
        var groups = new HashMap<String, List<GroupRef>>();
        if (userIds.isEmpty()) {
            return groups;
        }
        // Of one user it is asked with each request: a text with single values is translated once and for all.
        var query = userIds.size() == 1
                ? of(call.tenant() == null ? GROUPS_OF_ONE_IN_REALM : GROUPS_OF_ONE_IN_TENANT)
                        .setParameter("user", userIds.iterator().next())
                : of(call.tenant() == null ? GROUPS_IN_REALM : GROUPS_IN_TENANT).setParameter("users", userIds);
        query.getResultStream()
                .forEach(row -> groups.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                        .add(new GroupRef((String) row[1], (String) row[2])));
        return groups;
    }

    /** Those of one group; none where there are too many to show them. */
    List<MemberRef> members(String groupId) {
        var members = new HashMap<String, List<MemberRef>>();
        call.entityManager()
                .createQuery(PEOPLE, Object[].class)
                .setParameter("group", groupId)
                .setMaxResults(MOST_SHOWN + 1)
                .getResultStream()
                .forEach(row -> add(members, Kind.USER, row));
        of(call.tenant() == null ? BELOW_IN_REALM : BELOW_IN_TENANT)
                .setParameter("group", groupId)
                .setMaxResults(MOST_SHOWN + 1)
                .getResultStream()
                .forEach(row -> add(members, Kind.GROUP, row));
        var found = members.getOrDefault(groupId, List.of());
        return found.size() > MOST_SHOWN ? List.of() : found;
    }

    /** By group; a group that has too many to show them, or for which no room is left on the page, is not among them. */
    Map<String, List<MemberRef>> members(Collection<String> groupIds) {
        var members = new HashMap<String, List<MemberRef>>();
        if (groupIds.isEmpty()) {
            return members;
        }
        var sizes = sizes(groupIds);
        var room = MOST_ON_A_PAGE;
        for (var id : groupIds) {
            var size = sizes.getOrDefault(id, 0L);
            if (size <= MOST_SHOWN && size <= room) {
                members.put(id, new ArrayList<>());
                room -= size;
            }
        }
        if (!members.isEmpty()) {
            var shown = Set.copyOf(members.keySet());
            people(shown, members, MOST_ON_A_PAGE);
            groupsBelow(shown, members, MOST_ON_A_PAGE);
        }
        return members;
    }

    private TypedQuery<Object[]> of(String text) {
        return ofScope(call.entityManager().createQuery(text, Object[].class), call);
    }

    /** Says which groups are the scope's: {@link #IN_REALM} or {@link #IN_TENANT}. */
    static <T> TypedQuery<T> ofScope(TypedQuery<T> query, Call call) {
        var tenant = call.tenant();
        var type = tenant == null ? GroupModel.Type.REALM : GroupModel.Type.ORGANIZATION;
        query.setParameter("realm", call.realm().getId()).setParameter("type", type.intValue());
        return tenant == null
                ? query
                : query.setParameter("tenant", tenant.id()).setParameter("top", GroupEntity.TOP_PARENT_ID);
    }

    private Map<String, Long> sizes(Collection<String> groupIds) {
        var query = builder.createQuery(Object[].class);
        var membership = query.from(UserGroupMembershipEntity.class);
        query.multiselect(membership.get("groupId"), builder.count(membership))
                .where(membership.get("groupId").in(groupIds))
                .groupBy(membership.get("groupId"));
        var sizes = new HashMap<String, Long>();
        call.entityManager()
                .createQuery(query)
                .getResultStream()
                .forEach(row -> sizes.put((String) row[0], (Long) row[1]));
        return sizes;
    }

    private void people(Set<String> groupIds, Map<String, List<MemberRef>> members, int most) {
        var query = builder.createQuery(Object[].class);
        var membership = query.from(UserGroupMembershipEntity.class);
        var user = membership.join("user");
        query.multiselect(membership.get("groupId"), user.get("id"), user.get("username"))
                .where(membership.get("groupId").in(groupIds))
                .orderBy(builder.asc(user.get("id")));
        call.entityManager()
                .createQuery(query)
                .setMaxResults(most)
                .getResultStream()
                .forEach(row -> add(members, Kind.USER, row));
    }

    private void groupsBelow(Set<String> groupIds, Map<String, List<MemberRef>> members, int most) {
        var query = builder.createQuery(Object[].class);
        var group = query.from(GroupEntity.class);
        query.multiselect(group.get("parentId"), group.get("id"), group.get("name"))
                .where(group.get("parentId").in(groupIds), GroupRows.within(builder, query, call, group))
                .orderBy(builder.asc(group.get("id")));
        call.entityManager()
                .createQuery(query)
                .setMaxResults(most)
                .getResultStream()
                .forEach(row -> add(members, Kind.GROUP, row));
    }

    private static void add(Map<String, List<MemberRef>> members, Kind kind, Object[] row) {
        members.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                .add(new MemberRef(kind, (String) row[1], (String) row[2]));
    }
}

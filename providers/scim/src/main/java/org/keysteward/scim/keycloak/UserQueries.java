package org.keysteward.scim.keycloak;

import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keysteward.tenants.MemberStatus;

/**
 * What is asked about users with almost every request. These texts never change, and have one value a parameter: Hibernate
 * translates each of them once, where a query that is built anew costs more than the database takes for its answer.
 */
final class UserQueries {
    private static final String SELECT = "select u.id, u.username, u.firstName, u.lastName, u.email, u.enabled,"
            + " u.createdTimestamp, u.lastModifiedTimestamp, r.content, r.owner, r.changedAt, l.externalId";
    private static final String OURS = " left join ScimResourceEntity r on r.scopeId = :scope and r.resourceId = u.id"
            + " left join ScimLinkEntity l on l.connectionId = :source and l.kind = 'USER' and l.resourceId = u.id";
    private static final String SELECT_IN_REALM = SELECT + ", ''";
    private static final String SELECT_IN_TENANT = SELECT + ", s.status";
    private static final String STATUS = " left join MemberEntity s on s.tenantId = :scope and s.userId = u.id";

    private static final String OF_REALM = " u.realmId = :realm and u.serviceAccountClientLink is null";
    /** The hidden group that stands for the tenant: a value of its own, so that its members are found in their order. */
    private static final String MEMBERS =
            " m.groupId = (select o.groupId from OrganizationEntity o where o.id = :tenant)";

    private static final String OF_TENANT = OF_REALM
            + " and exists (select 1 from UserGroupMembershipEntity m where m.user.id = u.id and" + MEMBERS + ")";

    /** Whoever is looked up alone comes with their groups, one in a row. */
    private static final String GROUPS = " left join UserGroupMembershipEntity n on n.user.id = u.id"
            + " left join GroupEntity g on g.id = n.groupId and";

    private static final String SELECT_GROUP = ", g.id, g.name from UserEntity u" + OURS;
    private static final String LOOKED_UP_IN_REALM =
            SELECT_IN_REALM + SELECT_GROUP + GROUPS + Memberships.IN_REALM + " where" + OF_REALM + " and ";
    private static final String LOOKED_UP_IN_TENANT =
            SELECT_IN_TENANT + SELECT_GROUP + STATUS + GROUPS + Memberships.IN_TENANT + " where" + OF_TENANT + " and ";
    private static final String BY_GROUP = " order by g.id";

    private static final String I_OF_REALM = " i.realmId = :realm and i.serviceAccountClientLink is null";

    /**
     * By index: names come from an index alone, however many are skipped, and so do the service accounts that are left
     * out; the rows of a page are looked up by them.
     */
    private static final String NAMES_IN_REALM = "select i.username as name from UserEntity i where i.realmId = :realm"
            + " and i.username not in (select s.username from UserEntity s where s.realmId = :realm"
            + " and s.serviceAccountClientLink is not null) order by i.username limit :count offset :skip";

    /** By cursor: names may change, ids do not. */
    private static final String IDS_IN_REALM = "select i.id as id from UserEntity i where" + I_OF_REALM;

    private static final String IDS_IN_TENANT =
            "select i.id as id from UserGroupMembershipEntity m join m.user i where" + MEMBERS + " and" + I_OF_REALM;
    private static final String AFTER_IN_REALM = " and i.id > :after";
    private static final String AFTER_IN_TENANT = " and m.user.id > :after";
    private static final String LIMIT_IN_REALM = " order by i.id limit :count offset :skip";
    private static final String LIMIT_IN_TENANT = " order by m.user.id limit :count offset :skip";
    private static final String BEHIND = " join UserEntity u on u.id = p.id";
    private static final String IN_ORDER = " order by u.id";

    private static final String PAGE_IN_REALM = SELECT_IN_REALM + " from (" + NAMES_IN_REALM
            + ") p join UserEntity u on u.realmId = :realm and u.username = p.name" + OURS + " order by u.username";
    private static final String NEXT_IN_REALM = SELECT_IN_REALM + " from (" + IDS_IN_REALM + AFTER_IN_REALM
            + LIMIT_IN_REALM + ") p" + BEHIND + OURS + IN_ORDER;
    private static final String PAGE_IN_TENANT =
            SELECT_IN_TENANT + " from (" + IDS_IN_TENANT + LIMIT_IN_TENANT + ") p" + BEHIND + OURS + STATUS + IN_ORDER;
    private static final String NEXT_IN_TENANT = SELECT_IN_TENANT + " from (" + IDS_IN_TENANT + AFTER_IN_TENANT
            + LIMIT_IN_TENANT + ") p" + BEHIND + OURS + STATUS + IN_ORDER;

    private static final String ALL_IN_REALM =
            SELECT_IN_REALM + " from UserEntity u" + OURS + " where" + OF_REALM + " and u.id in :ids";
    private static final String ALL_IN_TENANT =
            SELECT_IN_TENANT + " from UserEntity u" + OURS + STATUS + " where" + OF_TENANT + " and u.id in :ids";

    private static final String COUNT_IN_REALM = "select count(*) from UserEntity i where" + I_OF_REALM;
    private static final String COUNT_IN_TENANT =
            "select count(*) from UserGroupMembershipEntity m join m.user i where" + MEMBERS + " and" + I_OF_REALM;

    private final Call call;
    private final boolean inTenant;

    UserQueries(Call call) {
        this.call = call;
        this.inTenant = call.tenant() != null;
    }

    /** What is unique among the users of a source. */
    enum Key {
        ID("u.id = :key"),
        USER_NAME("u.username = :key"),
        EXTERNAL_ID("l.externalId = :key");

        private final String inRealm;
        private final String inTenant;

        Key(String condition) {
            this.inRealm = LOOKED_UP_IN_REALM + condition + BY_GROUP;
            this.inTenant = LOOKED_UP_IN_TENANT + condition + BY_GROUP;
        }
    }

    Optional<UserRow> one(Key key, String value) {
        var query = Memberships.ofScope(rows(inTenant ? key.inTenant : key.inRealm), call);
        var found = query.setParameter("key", value).getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of(row(found.get(0), groups(found)));
    }

    private static List<GroupRef> groups(List<Object[]> rows) {
        return rows.stream()
                .filter(columns -> columns[13] != null)
                .map(columns -> new GroupRef((String) columns[13], (String) columns[14]))
                .toList();
    }

    /** Those of the given ids, in no order. */
    List<UserRow> all(List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : rows(inTenant ? ALL_IN_TENANT : ALL_IN_REALM)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .map(UserQueries::row)
                        .toList();
    }

    /**
     * In the order of their ids where they are behind one, and else in one that does not change either, but for whoever
     * gets another name.
     *
     * @param after the id behind which the page begins; null where it is told by how many come before
     */
    List<UserRow> page(int skip, @Nullable String after, int count) {
        var query = after == null
                ? rows(inTenant ? PAGE_IN_TENANT : PAGE_IN_REALM)
                : rows(inTenant ? NEXT_IN_TENANT : NEXT_IN_REALM).setParameter("after", after);
        return query.setParameter("count", count)
                .setParameter("skip", skip)
                .getResultStream()
                .map(UserQueries::row)
                .toList();
    }

    long count() {
        return within(call.entityManager().createQuery(inTenant ? COUNT_IN_TENANT : COUNT_IN_REALM, Long.class))
                .getSingleResult();
    }

    private TypedQuery<Object[]> rows(String text) {
        return within(call.entityManager().createQuery(text, Object[].class))
                .setParameter("scope", call.scope().id())
                .setParameter("source", call.source().key());
    }

    private <T> TypedQuery<T> within(TypedQuery<T> query) {
        query.setParameter("realm", call.realm().getId());
        return inTenant ? query.setParameter("tenant", call.scope().id()) : query;
    }

    private static UserRow row(Object[] columns) {
        return row(columns, null);
    }

    private static UserRow row(Object[] columns, @Nullable List<GroupRef> groups) {
        var created = millis(columns[6]);
        var status = (String) columns[12];
        return new UserRow(
                (String) columns[0],
                (String) columns[1],
                (String) columns[2],
                (String) columns[3],
                (String) columns[4],
                (Boolean) columns[5]
                        && (status == null || status.isEmpty() || status.equals(MemberStatus.ACTIVE.key())),
                created,
                Math.max(columns[7] == null ? created : millis(columns[7]), millis(columns[10])),
                columns[8] == null ? Json.object() : Json.object((String) columns[8]),
                (String) columns[9],
                (String) columns[11],
                groups);
    }

    private static long millis(@Nullable Object column) {
        return column == null ? 0 : (Long) column;
    }
}

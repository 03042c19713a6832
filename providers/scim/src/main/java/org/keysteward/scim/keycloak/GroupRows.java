package org.keysteward.scim.keycloak;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CommonAbstractCriteria;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.jpa.entities.GroupEntity;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.filter.Filter;
import org.keysteward.scim.filter.Literal;
import org.keysteward.scim.filter.Operator;

/** Reads the groups of a scope: of a tenant those inside its organization, of a realm its own. */
final class GroupRows {
    private final Call call;
    private final HibernateCriteriaBuilder builder;

    GroupRows(Call call) {
        this.call = call;
        this.builder = (HibernateCriteriaBuilder) call.entityManager().getCriteriaBuilder();
    }

    /**
     * What a query about groups starts from.
     *
     * @param within that the groups are the scope's
     */
    record From(
            Root<GroupEntity> group, Path<ScimResourceEntity> resource, Path<ScimLinkEntity> link, Predicate within) {
        Expression<String> id() {
            return group.get("id");
        }

        /** When the group was changed, by us or by Keycloak: in milliseconds. */
        Expression<Long> modified(CriteriaBuilder builder) {
            return builder.function(
                    "greatest",
                    Long.class,
                    builder.coalesce(
                            builder.coalesce(group.<Long>get("lastModifiedTimestamp"), group.get("createdTimestamp")),
                            0L),
                    builder.coalesce(resource.<Long>get("changedAt"), 0L));
        }
    }

    /** Without the hidden group that stands for an organization itself. */
    static Predicate within(CriteriaBuilder builder, CommonAbstractCriteria query, Call call, Root<GroupEntity> group) {
        var ofRealm = builder.equal(group.get("realm"), call.realm().getId());
        var tenant = call.tenant();
        return tenant == null
                ? builder.and(ofRealm, builder.equal(group.get("type"), GroupModel.Type.REALM.intValue()))
                : builder.and(
                        ofRealm,
                        builder.equal(group.get("type"), GroupModel.Type.ORGANIZATION.intValue()),
                        builder.equal(group.get("organization").get("id"), tenant.id()),
                        builder.notEqual(group.get("parentId"), GroupEntity.TOP_PARENT_ID));
    }

    Optional<GroupRow> one(String id) {
        var query = builder.createQuery(Object[].class);
        var from = from(query);
        select(query, from).where(from.within(), builder.equal(from.id(), id));
        return call.entityManager()
                .createQuery(query)
                .getResultStream()
                .findFirst()
                .map(GroupRows::row);
    }

    /** Whether another group of the scope has the name, in whatever case. */
    boolean isNameTaken(String name, @Nullable String exceptId) {
        var query = builder.createQuery(String.class);
        var group = query.from(GroupEntity.class);
        query.select(group.get("id"))
                .where(
                        within(builder, query, call, group),
                        new ColumnHomes(builder)
                                .anyCase(group.get("name"))
                                .compare(Operator.EQ, new Literal.Text(name)));
        return call.entityManager().createQuery(query).getResultStream().anyMatch(id -> !id.equals(exceptId));
    }

    List<GroupRow> page(Paging paging) throws ScimException {
        var query = builder.createQuery(Object[].class);
        var from = from(query);
        var searching = new GroupSearching(builder, query, call, from);
        select(query, from)
                .where(paging.conditions(builder, searching, from.id(), from.within()))
                .orderBy(paging.order(builder, searching, from.id()));
        return paging.limit(call.entityManager().createQuery(query))
                .getResultStream()
                .map(GroupRows::row)
                .toList();
    }

    long count(@Nullable Filter filter) throws ScimException {
        var query = builder.createQuery(Long.class);
        var from = from(query);
        var conditions = new ArrayList<Predicate>(List.of(from.within()));
        if (filter != null) {
            conditions.add(new GroupSearching(builder, query, call, from).of(filter));
        }
        query.select(builder.count(from.group())).where(conditions.toArray(Predicate[]::new));
        return call.entityManager().createQuery(query).getSingleResult();
    }

    private From from(AbstractQuery<?> query) {
        var group = query.from(GroupEntity.class);
        var resource = group.join(ScimResourceEntity.class, JoinType.LEFT);
        resource.on(
                builder.equal(resource.get("scopeId"), call.scope().id()),
                builder.equal(resource.get("resourceId"), group.get("id")));
        var link = group.join(ScimLinkEntity.class, JoinType.LEFT);
        link.on(
                builder.equal(link.get("connectionId"), call.source().key()),
                builder.equal(link.get("kind"), Kind.GROUP.name()),
                builder.equal(link.get("resourceId"), group.get("id")));
        return new From(group, resource, link, within(builder, query, call, group));
    }

    private CriteriaQuery<Object[]> select(CriteriaQuery<Object[]> query, From from) {
        var group = from.group();
        return query.multiselect(
                from.id(),
                group.get("name"),
                builder.coalesce(group.<Long>get("createdTimestamp"), 0L),
                from.modified(builder),
                from.resource().get("content"),
                from.resource().get("owner"),
                builder.coalesce(from.resource().<Integer>get("version"), 0),
                from.link().get("externalId"));
    }

    private static GroupRow row(Object[] columns) {
        return new GroupRow(
                (String) columns[0],
                (String) columns[1],
                (Long) columns[2],
                (Long) columns[3],
                columns[4] == null ? Json.object() : Json.object((String) columns[4]),
                (String) columns[5],
                (Integer) columns[6],
                (String) columns[7]);
    }
}

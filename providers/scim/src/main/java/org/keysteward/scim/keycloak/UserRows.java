package org.keysteward.scim.keycloak;

import jakarta.persistence.criteria.AbstractQuery;
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
import org.keycloak.models.jpa.entities.OrganizationEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.filter.Filter;
import org.keysteward.tenants.MemberStatus;

/** Reads the users of a scope: of a tenant its members, of a realm everybody but service accounts. */
final class UserRows {
    /** The tenants' own entity: its class is none of ours. */
    private static final String MEMBER = "MemberEntity";

    private final Call call;
    private final HibernateCriteriaBuilder builder;

    UserRows(Call call) {
        this.call = call;
        this.builder = (HibernateCriteriaBuilder) call.entityManager().getCriteriaBuilder();
    }

    /**
     * What a query about users starts from.
     *
     * @param member what we know of the membership; null in the realm
     * @param within that the users are the scope's
     */
    record From(
            Root<UserEntity> user,
            Path<ScimResourceEntity> resource,
            Path<ScimLinkEntity> link,
            @Nullable Path<?> member,
            Predicate within) {
        Expression<String> id() {
            return user.get("id");
        }

        Predicate active(CriteriaBuilder builder) {
            var enabled = builder.isTrue(user.get("enabled"));
            return member == null
                    ? enabled
                    : builder.and(
                            enabled,
                            builder.equal(
                                    builder.coalesce(member.get("status"), MemberStatus.ACTIVE.key()),
                                    MemberStatus.ACTIVE.key()));
        }

        /** When the user was changed, by us or by Keycloak: in milliseconds. */
        Expression<Long> modified(CriteriaBuilder builder) {
            return builder.function(
                    "greatest",
                    Long.class,
                    builder.coalesce(
                            builder.coalesce(user.<Long>get("lastModifiedTimestamp"), user.get("createdTimestamp")),
                            0L),
                    builder.coalesce(resource.<Long>get("changedAt"), 0L));
        }
    }

    Optional<UserRow> one(String id) {
        var query = builder.createQuery(Object[].class);
        var from = from(query);
        select(query, from).where(from.within(), builder.equal(from.id(), id));
        return call.entityManager()
                .createQuery(query)
                .getResultStream()
                .findFirst()
                .map(UserRows::row);
    }

    /** The user whom the source knows by this id. */
    Optional<UserRow> byExternalId(String externalId) {
        var query = builder.createQuery(Object[].class);
        var from = from(query);
        select(query, from).where(from.within(), builder.equal(from.link().get("externalId"), externalId));
        return call.entityManager()
                .createQuery(query)
                .getResultStream()
                .findFirst()
                .map(UserRows::row);
    }

    List<UserRow> page(Paging paging) throws ScimException {
        var query = builder.createQuery(Object[].class);
        var from = from(query);
        var searching = new UserSearching(builder, query, call, from);
        select(query, from)
                .where(paging.conditions(builder, searching, from.id(), from.within()))
                .orderBy(paging.order(builder, searching, from.id()));
        return paging.limit(call.entityManager().createQuery(query))
                .getResultStream()
                .map(UserRows::row)
                .toList();
    }

    long count(@Nullable Filter filter) throws ScimException {
        var query = builder.createQuery(Long.class);
        var from = from(query);
        var conditions = new ArrayList<Predicate>(List.of(from.within()));
        if (filter != null) {
            conditions.add(new UserSearching(builder, query, call, from).of(filter));
        }
        query.select(builder.count(from.user())).where(conditions.toArray(Predicate[]::new));
        return call.entityManager().createQuery(query).getSingleResult();
    }

    private From from(AbstractQuery<?> query) {
        var user = query.from(UserEntity.class);
        var scope = call.scope();
        var resource = user.join(ScimResourceEntity.class, JoinType.LEFT);
        resource.on(
                builder.equal(resource.get("scopeId"), scope.id()),
                builder.equal(resource.get("resourceId"), user.get("id")));
        var link = user.join(ScimLinkEntity.class, JoinType.LEFT);
        link.on(
                builder.equal(link.get("connectionId"), call.source().key()),
                builder.equal(link.get("kind"), Kind.USER.name()),
                builder.equal(link.get("resourceId"), user.get("id")));
        var ofRealm = builder.and(
                builder.equal(user.get("realmId"), call.realm().getId()),
                user.get("serviceAccountClientLink").isNull());
        var tenant = call.tenant();
        if (tenant == null) {
            return new From(user, resource, link, null, ofRealm);
        }
        var member = user.join(call.entityManager().getMetamodel().entity(MEMBER), JoinType.LEFT);
        member.on(
                builder.equal(member.get("tenantId"), tenant.id()),
                builder.equal(member.get("userId"), user.get("id")));
        var membership = query.from(UserGroupMembershipEntity.class);
        var organization = query.from(OrganizationEntity.class);
        return new From(
                user,
                resource,
                link,
                member,
                builder.and(
                        ofRealm,
                        builder.equal(membership.get("user"), user),
                        builder.equal(membership.get("groupId"), organization.get("groupId")),
                        builder.equal(organization.get("id"), tenant.id())));
    }

    private CriteriaQuery<Object[]> select(CriteriaQuery<Object[]> query, From from) {
        var user = from.user();
        return query.multiselect(
                from.id(),
                user.get("username"),
                user.get("firstName"),
                user.get("lastName"),
                user.get("email"),
                builder.<Boolean>selectCase().when(from.active(builder), true).otherwise(false),
                builder.coalesce(user.<Long>get("createdTimestamp"), 0L),
                from.modified(builder),
                from.resource().get("content"),
                from.resource().get("owner"),
                from.link().get("externalId"));
    }

    private static UserRow row(Object[] columns) {
        return new UserRow(
                (String) columns[0],
                (String) columns[1],
                (String) columns[2],
                (String) columns[3],
                (String) columns[4],
                (Boolean) columns[5],
                (Long) columns[6],
                (Long) columns[7],
                columns[8] == null ? Json.object() : Json.object((String) columns[8]),
                (String) columns[9],
                (String) columns[10]);
    }
}

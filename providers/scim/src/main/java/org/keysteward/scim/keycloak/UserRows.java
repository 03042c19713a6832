package org.keysteward.scim.keycloak;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.jpa.entities.OrganizationEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.filter.Filter;
import org.keysteward.scim.filter.Literal;
import org.keysteward.scim.filter.Operator;
import org.keysteward.tenants.MemberStatus;

/** Reads the users of a scope: of a tenant its members, of a realm everybody but service accounts. */
final class UserRows {
    /** The tenants' own entity: its class is none of ours. */
    private static final String MEMBER = "MemberEntity";

    private final Call call;
    private final UserQueries queries;
    private final HibernateCriteriaBuilder builder;

    UserRows(Call call) {
        this.call = call;
        this.queries = new UserQueries(call);
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
        return queries.one(UserQueries.Key.ID, id);
    }

    List<UserRow> page(Paging paging) throws ScimException {
        if (paging.sortBy() != null || paging.filter() != null) {
            return searched(paging, false).rows();
        }
        return queries.page(paging.skip(), paging.after(), paging.count());
    }

    /** A page by index, and how many there are in all where that comes along with it. */
    UserPage counted(Paging paging) throws ScimException {
        var filter = paging.filter();
        if (filter == null) {
            return new UserPage(page(paging), null);
        }
        var key = paging.skip() == 0 && paging.sortBy() == null ? key(filter) : null;
        return key == null ? searched(paging, true) : UserPage.of(one(key, (Filter.Comparison) filter));
    }

    long count(@Nullable Filter filter) throws ScimException {
        if (filter == null) {
            return queries.count();
        }
        var key = key(filter);
        if (key != null) {
            return one(key, (Filter.Comparison) filter).isPresent() ? 1 : 0;
        }
        var query = builder.createQuery(Long.class);
        var from = from(query);
        query.select(builder.count(from.user()))
                .where(from.within(), new UserSearching(builder, query, call, from).of(filter));
        return call.entityManager().createQuery(query).getSingleResult();
    }

    /** First who it is and how many there are, which is one look at all of them; then what is shown of a page. */
    private UserPage searched(Paging paging, boolean withTotal) throws ScimException {
        var query = builder.createQuery(Object[].class);
        var from = from(query);
        var searching = new UserSearching(builder, query, call, from);
        query.multiselect(from.id(), withTotal ? builder.count(from.id(), builder.createWindow()) : builder.literal(0L))
                .where(paging.conditions(builder, searching, from.id(), from.within()))
                .orderBy(paging.order(builder, searching, from.id()));
        var found = paging.limit(call.entityManager().createQuery(query)).getResultList();
        var ids = found.stream().map(columns -> (String) columns[0]).toList();
        var rows = queries.all(ids).stream().collect(Collectors.toMap(UserRow::id, row -> row));
        return new UserPage(
                ids.stream()
                        .flatMap(id -> Optional.ofNullable(rows.get(id)).stream())
                        .toList(),
                withTotal && !found.isEmpty() ? (Long) found.get(0)[1] : null);
    }

    /** Of a filter that one user meets at most, and that is asked by whoever provisions before each change. */
    private static UserQueries.@Nullable Key key(Filter filter) {
        if (!(filter instanceof Filter.Comparison comparison)
                || comparison.operator() != Operator.EQ
                || !(comparison.value() instanceof Literal.Text)
                || comparison.path().extension() != null) {
            return null;
        }
        return switch (comparison.path().toString()) {
            case "id" -> UserQueries.Key.ID;
            case "userName" -> UserQueries.Key.USER_NAME;
            case "externalId" -> UserQueries.Key.EXTERNAL_ID;
            default -> null;
        };
    }

    private Optional<UserRow> one(UserQueries.Key key, Filter.Comparison filter) {
        var text = ((Literal.Text) filter.value()).value();
        return queries.one(key, key == UserQueries.Key.USER_NAME ? text.toLowerCase(Locale.ROOT) : text);
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
}

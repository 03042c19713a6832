package org.keysteward.scim.keycloak;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.Optional;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaSubQuery;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.filter.Filter;
import org.keysteward.scim.filter.Literal;
import org.keysteward.scim.filter.Operator;
import org.keysteward.scim.profile.UserType;

/** Filters over users. */
final class UserSearching extends Searching {
    private static final String EMAILS = "emails";
    private static final String GROUPS = "groups";

    private final UserType users;
    private final UserRows.From from;

    UserSearching(HibernateCriteriaBuilder builder, AbstractQuery<?> query, Call call, UserRows.From from) {
        super(builder, query, call, from.id());
        this.users = call.users();
        this.from = from;
    }

    @Override
    Optional<Home> keycloakHome(AttributePath path) throws ScimException {
        var home = users.home(path);
        if (home.isPresent()) {
            return Optional.of(new AttributeHome(builder, query, from.id(), home.get()));
        }
        if (path.extension() != null) {
            return Optional.empty();
        }
        var user = from.user();
        return switch (path.toString()) {
            case "id" -> Optional.of(columns.exact(from.id()));
            case "externalId" -> Optional.of(columns.exact(from.link().get("externalId")));
            case "userName" -> Optional.of(columns.lower(user.get("username")));
            case "name.givenName" -> Optional.of(columns.anyCase(user.get("firstName")));
            case "name.familyName" -> Optional.of(columns.anyCase(user.get("lastName")));
            case "active" -> Optional.of(columns.truth(from.active(builder)));
            case "emails.value" -> Optional.of(new EmailHome(path));
            case "meta.created" -> Optional.of(columns.time(user.get("createdTimestamp")));
            case "meta.lastModified" -> Optional.of(columns.time(from.modified(builder)));
            case "meta.resourceType" -> Optional.of(columns.exact(builder.literal("User")));
            case "groups.value", "groups.display", "groups.type" -> Optional.of(new GroupHome(path));
            case "schemas", "meta.location", "meta.version", "groups.$ref" -> throw unsearchable(path);
            default -> Optional.empty();
        };
    }

    @Override
    Optional<Predicate> keycloakElement(Filter.Element element) throws ScimException {
        var name = element.attribute().toString();
        if (name.equals(GROUPS)) {
            return Optional.of(group(element.inside()));
        }
        return name.equals(EMAILS) ? Optional.of(email(element)) : Optional.empty();
    }

    /** Of the first address, the value is at home; all else of it and all of the others are rows of ours. */
    private Predicate email(Filter.Element element) throws ScimException {
        var home = columns.lower(from.user().get("email"));
        var first = of(
                element.inside(),
                path -> path.leaf().name().equals("value") ? home : value(query, path, builder.literal(0)));
        return builder.or(builder.and(home.present(), first), ownElement(element, 0));
    }

    private Predicate group(Filter inside) throws ScimException {
        var some = query.subquery(Integer.class);
        var membership = GroupMemberships.from(builder, some, call, from.user());
        Predicate wanted =
                of(inside, path -> membership.home(columns, path.leaf().name()));
        some.select(builder.literal(1)).where(membership.within(), wanted);
        return builder.exists(some);
    }

    /** Addresses: the first one is Keycloak's. */
    private final class EmailHome implements Home {
        private final Home first = columns.lower(from.user().get("email"));
        private final ValueHome others;

        EmailHome(AttributePath path) {
            others = value(query, path, null);
        }

        @Override
        public Predicate compare(Operator operator, Literal literal) {
            // What has no value is not equal to any: that is no list of those who have it.
            if (operator == Operator.NE) {
                return builder.or(first.compare(operator, literal), others.compare(operator, literal));
            }
            // Two lists, each looked through once, where OR would look for the second with every user of the first.
            JpaSubQuery<String> ours = (JpaSubQuery<String>) others.resourcesWhere(operator, literal);
            return from.id().in(builder.unionAll(atHome(operator, literal), ours));
        }

        private JpaSubQuery<String> atHome(Operator operator, Literal literal) {
            var found = (JpaSubQuery<String>) query.subquery(String.class);
            var user = found.from(UserEntity.class);
            found.select(user.get("id"))
                    .where(
                            builder.equal(user.get("realmId"), call.realm().getId()),
                            columns.lower(user.<String>get("email")).compare(operator, literal));
            return found;
        }

        @Override
        public Predicate present() {
            return builder.or(first.present(), others.present());
        }

        @Override
        public Optional<Expression<?>> order() {
            return first.order();
        }
    }

    private final class GroupHome implements Home {
        private final AttributePath path;

        GroupHome(AttributePath path) {
            this.path = path;
        }

        @Override
        public Predicate compare(Operator operator, Literal literal) {
            var some = query.subquery(Integer.class);
            var membership = GroupMemberships.from(builder, some, call, from.user());
            var home = membership.home(columns, path.leaf().name());
            some.select(builder.literal(1)).where(membership.within(), home.compare(operator, literal));
            return operator == Operator.NE
                    ? builder.or(builder.exists(some), builder.not(present()))
                    : builder.exists(some);
        }

        @Override
        public Predicate present() {
            var some = query.subquery(Integer.class);
            var membership = GroupMemberships.from(builder, some, call, from.user());
            some.select(builder.literal(1)).where(membership.within());
            return builder.exists(some);
        }
    }
}

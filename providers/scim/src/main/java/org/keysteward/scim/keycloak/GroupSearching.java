package org.keysteward.scim.keycloak;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.Predicate;
import java.util.Optional;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.keycloak.models.jpa.entities.GroupEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.filter.Filter;
import org.keysteward.scim.filter.Literal;
import org.keysteward.scim.filter.Operator;

/** Filters over groups. */
final class GroupSearching extends Searching {
    private final GroupRows.From from;

    GroupSearching(HibernateCriteriaBuilder builder, AbstractQuery<?> query, Call call, GroupRows.From from) {
        super(builder, query, call, from.id());
        this.from = from;
    }

    @Override
    Optional<Home> keycloakHome(AttributePath path) throws ScimException {
        var group = from.group();
        return switch (path.toString()) {
            case "id" -> Optional.of(columns.exact(from.id()));
            case "externalId" -> Optional.of(columns.exact(from.link().get("externalId")));
            case "displayName" -> Optional.of(columns.anyCase(group.get("name")));
            case "meta.created" -> Optional.of(columns.time(group.get("createdTimestamp")));
            case "meta.lastModified" -> Optional.of(columns.time(from.modified(builder)));
            case "meta.resourceType" -> Optional.of(columns.exact(builder.literal("Group")));
            case "members.value", "members.type" -> Optional.of(new MemberHome(path));
            case "schemas", "meta.location", "meta.version", "members.$ref", "members.display" ->
                throw unsearchable(path);
            default -> Optional.empty();
        };
    }

    @Override
    Optional<Predicate> keycloakElement(Filter.Element element) throws ScimException {
        if (!element.attribute().toString().equals("members")) {
            return Optional.empty();
        }
        var people = query.subquery(Integer.class);
        var membership = people.from(UserGroupMembershipEntity.class);
        Predicate wantedPeople = of(
                element.inside(),
                path -> home(path, columns.exact(membership.get("user").get("id")), "User"));
        people.select(builder.literal(1)).where(builder.equal(membership.get("groupId"), from.id()), wantedPeople);
        var groups = query.subquery(Integer.class);
        var child = groups.from(GroupEntity.class);
        Predicate wantedGroups = of(element.inside(), path -> home(path, columns.exact(child.get("id")), "Group"));
        groups.select(builder.literal(1))
                .where(
                        builder.equal(child.get("parentId"), from.id()),
                        GroupRows.within(builder, groups, call, child),
                        wantedGroups);
        return Optional.of(builder.or(builder.exists(people), builder.exists(groups)));
    }

    private Home home(AttributePath path, Home id, String type) throws ScimException {
        return switch (path.leaf().name()) {
            case "value" -> id;
            case "type" -> columns.lower(builder.lower(builder.literal(type)));
            default -> throw unsearchable(path);
        };
    }

    /** Who is in the group: people, and groups below it. */
    private final class MemberHome implements Home {
        private final AttributePath path;

        MemberHome(AttributePath path) {
            this.path = path;
        }

        @Override
        public Predicate compare(Operator operator, Literal literal) {
            var some = any(new Filter.Comparison(path, operator, literal));
            return operator == Operator.NE ? builder.or(some, builder.not(present())) : some;
        }

        @Override
        public Predicate present() {
            return any(new Filter.Present(path));
        }

        private Predicate any(Filter inside) {
            try {
                return keycloakElement(new Filter.Element(AttributePath.of(path.attribute()), inside))
                        .orElseThrow();
            } catch (ScimException e) {
                throw new IllegalStateException("Only what can be searched has a home", e);
            }
        }
    }
}

package org.keysteward.scim.keycloak;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import org.keycloak.models.jpa.entities.GroupEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;

/**
 * The groups of the scope that a user is in, inside a query about that user.
 *
 * @param within that they are the user's and the scope's
 */
record GroupMemberships(CriteriaBuilder builder, Root<GroupEntity> group, Predicate within) {
    static GroupMemberships from(CriteriaBuilder builder, Subquery<?> query, Call call, Root<UserEntity> user) {
        var membership = query.from(UserGroupMembershipEntity.class);
        var group = query.from(GroupEntity.class);
        return new GroupMemberships(
                builder,
                group,
                builder.and(
                        builder.equal(membership.get("user"), user),
                        builder.equal(membership.get("groupId"), group.get("id")),
                        GroupRows.within(builder, query, call, group)));
    }

    Home home(ColumnHomes columns, String name) {
        Expression<String> id = group.get("id");
        return switch (name) {
            case "value" -> columns.exact(id);
            case "display" -> columns.anyCase(group.get("name"));
            default -> columns.lower(builder.literal("direct"));
        };
    }
}

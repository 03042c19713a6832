package org.keysteward.roles.keycloak;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keysteward.roles.Holdings;

/**
 * Somebody who has a role.
 *
 * @param assignmentId null of a member's own role, and of what a rule gives
 * @param detail what gives it, such as the rule's key
 */
public record RoleMemberView(
        AssignmentView.PrincipalView principal,
        @Nullable String assignmentId,
        String path,
        @Nullable String from,
        @Nullable String until,
        String source,
        @Nullable String detail,
        String state) {
    static boolean hasRole(Holdings holdings, String key) {
        return holdings.assignments().stream()
                .anyMatch(assignment -> assignment.role().equals(key));
    }

    static Stream<RoleMemberView> of(
            String userId, @Nullable Holdings holdings, String key, Principals principals, Instant now) {
        if (holdings == null) {
            return Stream.empty();
        }
        return holdings.assignments().stream()
                .filter(assignment -> assignment.role().equals(key))
                .map(assignment -> new RoleMemberView(
                        new AssignmentView.PrincipalView(PrincipalType.USER.key(), userId, principals.username(userId)),
                        assignment.id(),
                        assignment.path().text(),
                        text(assignment.validity().from()),
                        text(assignment.validity().until()),
                        assignment.source().key(),
                        assignment.detail(),
                        assignment.validity().at(now).name().toLowerCase(Locale.ROOT)));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}

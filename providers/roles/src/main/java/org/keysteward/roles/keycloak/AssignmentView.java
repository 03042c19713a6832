package org.keysteward.roles.keycloak;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An assignment.
 *
 * @param path empty for the whole tenant
 * @param from null for since ever
 * @param until null for ever
 * @param state {@code scheduled}, {@code active} or {@code expired}
 */
public record AssignmentView(
        String id,
        PrincipalView principal,
        String role,
        String path,
        @Nullable String from,
        @Nullable String until,
        String source,
        @Nullable String detail,
        @Nullable String reason,
        String state,
        String createdAt) {
    /** @param name for people; null where it is not known any more */
    public record PrincipalView(
            String type, String id, @Nullable String name) {}

    static AssignmentView of(AssignmentEntity row, Principals principals, Instant now) {
        var assignment = row.assignment();
        var validity = assignment.validity();
        return new AssignmentView(
                row.id(),
                principals.view(row.principal()),
                assignment.role(),
                assignment.path().text(),
                validity.from() == null ? null : validity.from().toString(),
                validity.until() == null ? null : validity.until().toString(),
                assignment.source().key(),
                assignment.detail(),
                row.reason(),
                validity.at(now).key(),
                row.createdAt().toString());
    }
}

package org.keysteward.scim.keycloak;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some of the users that a list has.
 *
 * @param total how many there are in all; null where that was not looked for
 */
record UserPage(List<UserRow> rows, @Nullable Long total) {
    UserPage {
        rows = List.copyOf(rows);
    }

    /** Of a list that has one user at most. */
    static UserPage of(Optional<UserRow> row) {
        return new UserPage(row.stream().toList(), row.isPresent() ? 1L : 0L);
    }
}

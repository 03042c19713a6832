package org.keysteward.roles.keycloak;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keysteward.roles.Assignment;

/**
 * What rows say of somebody in a tenant; which of the groups they are in, Keycloak knows.
 *
 * @param base the role of an active member; null of whoever is none
 * @param assigned to the person, and to any group
 */
record HeldRows(@Nullable String base, List<Assigned> assigned) {
    /** What was assigned to whom. */
    record Assigned(Principal to, Assignment assignment) {
        static Assigned of(AssignmentEntity row) {
            return new Assigned(row.principal(), row.assignment());
        }
    }

    HeldRows {
        assigned = List.copyOf(assigned);
    }

    List<Assigned> toPerson() {
        return assigned.stream().filter(one -> !one.to().type().group()).toList();
    }

    List<Assigned> toGroups() {
        return assigned.stream().filter(one -> one.to().type().group()).toList();
    }
}

package org.keysteward.roles.keycloak;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keysteward.roles.Assignment;

/**
 * What rows say of somebody in a tenant; which of the groups they are in, Keycloak knows.
 *
 * @param base the role of an active member; null of whoever is none
 * @param own what was assigned to the person
 * @param ofGroups what was assigned to any group
 */
record HeldRows(@Nullable String base, List<Assigned> own, List<Assigned> ofGroups) {
    /** What was assigned to whom. */
    record Assigned(Principal to, Assignment assignment) {
        static Assigned of(AssignmentEntity row) {
            return new Assigned(row.principal(), row.assignment());
        }

        boolean toGroup() {
            return to.type().group();
        }
    }

    HeldRows {
        own = List.copyOf(own);
        ofGroups = List.copyOf(ofGroups);
    }

    static HeldRows of(@Nullable String base, List<Assigned> assigned) {
        var byKind = assigned.stream().collect(Collectors.partitioningBy(Assigned::toGroup));
        return new HeldRows(base, byKind.getOrDefault(false, List.of()), byKind.getOrDefault(true, List.of()));
    }

    int size() {
        return own.size() + ofGroups.size();
    }
}

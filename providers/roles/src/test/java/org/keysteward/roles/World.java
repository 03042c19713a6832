package org.keysteward.roles;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The roles and people of {@code decisions.yaml}. */
record World(
        List<String> permissions,
        List<String> realmPermissions,
        String now,
        List<RoleRow> roles,
        Map<String, List<AssignmentRow>> people,
        List<DecisionTest.DecisionCase> cases) {
    record RoleRow(
            String key,
            int rank,
            @Nullable List<String> grants,
            @Nullable List<String> parents) {
        Role role() {
            return Role.of(
                    key,
                    rank,
                    grants == null
                            ? new TreeSet<>()
                            : grants.stream().map(Grant::new).collect(Collectors.toSet()),
                    parents == null ? List.of() : parents,
                    Role.Origin.REALM);
        }
    }

    record AssignmentRow(
            String role,
            @Nullable String path,
            @Nullable String from,
            @Nullable String until) {
        Assignment assignment() {
            return new Assignment(
                    "id-of-" + role,
                    role,
                    Assignment.Reach.TENANT,
                    AssignmentPath.of(path == null ? "" : path),
                    new Validity(time(from), time(until)),
                    Assignment.Source.MANUAL,
                    null);
        }

        private static @Nullable Instant time(@Nullable String text) {
            return text == null ? null : Instant.parse(text);
        }
    }

    static World read() {
        return Tables.document("decisions.yaml", World.class);
    }

    Instant instant() {
        return Instant.parse(now);
    }

    RoleGraph graph() {
        return RoleGraph.of(
                roles.stream().map(RoleRow::role).toList(),
                PermissionCatalogue.of(permissions, realmPermissions, false));
    }

    Holdings of(String person) {
        return Holdings.of(
                graph(),
                people.getOrDefault(person, List.of()).stream()
                        .map(AssignmentRow::assignment)
                        .toList());
    }
}

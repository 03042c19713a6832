package org.keysteward.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class RoleClaimsTest {
    private static final World WORLD = World.read();
    private static final int ENOUGH = 10_000;

    @Test
    void sayNoPermissionsUnlessAskedTo() {
        assertThat(claims("ben", RoleClaims.Permissions.NONE, false, ENOUGH)).containsOnlyKeys(RoleClaims.ROLES);
    }

    @Test
    void sayEachPermissionOrWhatWasGranted() {
        assertThat(claims("ben", RoleClaims.Permissions.EXPANDED, false, ENOUGH))
                .containsEntry(
                        RoleClaims.PERMISSIONS,
                        List.of("journeys.archive", "journeys.drafts.edit", "journeys.publish", "journeys.read"));
        assertThat(claims("ben", RoleClaims.Permissions.COMPACT, false, ENOUGH).get(RoleClaims.PERMISSIONS))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("journeys.*");
    }

    @Test
    void leaveOutAllPermissionsWhereNotAllHaveRoom() {
        var whole = claims("ann", RoleClaims.Permissions.EXPANDED, false, ENOUGH);
        var bytes = 2 + "journeys.drafts.edit".length() + 3 + "journeys.read".length() + 3;

        assertThat(claims("ann", RoleClaims.Permissions.EXPANDED, false, bytes)).isEqualTo(whole);
        assertThat(claims("ann", RoleClaims.Permissions.EXPANDED, false, bytes - 1))
                .doesNotContainKey(RoleClaims.PERMISSIONS)
                .containsEntry(RoleClaims.PERMISSIONS_OMITTED, true);
    }

    @Test
    void sayWhatHoldsAtAPathOnlyUnderThatPath() {
        assertThat(claims("eva", RoleClaims.Permissions.EXPANDED, false, ENOUGH))
                .isEqualTo(Map.of(RoleClaims.ROLES, List.of(), RoleClaims.PERMISSIONS, List.of()));
        assertThat(claims("eva", RoleClaims.Permissions.EXPANDED, true, ENOUGH))
                .containsEntry(RoleClaims.ROLES, List.of())
                .containsEntry(RoleClaims.PERMISSIONS, List.of())
                .hasEntrySatisfying(
                        RoleClaims.PATHS,
                        paths -> assertThat(String.valueOf(paths)).contains("workspace/emea", "editor"));
    }

    @Test
    void sayNothingOfWhatHasEndedOrNotBegun() {
        for (var person : List.of("fred", "gil")) {
            assertThat(claims(person, RoleClaims.Permissions.EXPANDED, true, ENOUGH))
                    .isEqualTo(Map.of(RoleClaims.ROLES, List.of(), RoleClaims.PERMISSIONS, List.of()));
        }
    }

    private static Map<String, Object> claims(
            String person, RoleClaims.Permissions permissions, boolean paths, int budget) {
        return new RoleClaims(permissions, paths, budget).of(WORLD.of(person), WORLD.instant());
    }
}

package org.keysteward.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleGraphTest {
    private static final PermissionCatalogue CATALOGUE =
            PermissionCatalogue.of(List.of("a.one", "a.two", "b.one"), List.of("a.realm"), false);

    @Test
    void namesTheEdgeThatClosesACycle() {
        var roles = List.of(role("top", "middle"), role("middle", "bottom"), role("bottom", "top"));

        assertThatThrownBy(() -> RoleGraph.of(roles, CATALOGUE))
                .isInstanceOfSatisfying(CyclicRolesException.class, cycle -> {
                    assertThat(cycle.child()).isEqualTo("bottom");
                    assertThat(cycle.parent()).isEqualTo("top");
                });
    }

    @Test
    void aRoleThatInheritsItselfIsACycle() {
        assertThatThrownBy(() -> RoleGraph.of(List.of(role("one", "one")), CATALOGUE))
                .isInstanceOf(CyclicRolesException.class);
    }

    @Test
    void aParentThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> RoleGraph.of(List.of(role("one", "two")), CATALOGUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two");
    }

    @Test
    void aTenantsRoleMayInheritATemplateButNotHideIt() {
        var realm = RoleGraph.of(List.of(granting(role("reader"), "a.one")), CATALOGUE);

        var tenant = realm.with(List.of(granting(role("writer", "reader"), "a.two")));

        assertThat(tenant.role("writer").orElseThrow().grants())
                .extracting(Grant::text)
                .containsExactly("a.one", "a.two");
        assertThat(tenant.heirs("reader")).extracting(EffectiveRole::key).containsExactly("writer");
        assertThat(realm.role("writer")).isEmpty();
        assertThatThrownBy(() -> realm.with(List.of(role("reader")))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWildcardNeverReachesWhatIsTheRealms() {
        var graph = RoleGraph.of(List.of(granting(role("all"), "*"), granting(role("some"), "a.*")), CATALOGUE);

        for (var key : List.of("all", "some")) {
            var holdings = Holdings.of(graph, List.of(Assignment.ofMembership(key)));
            assertThat(holdings.permits("a.one", AssignmentPath.WHOLE_TENANT, 0))
                    .isTrue();
            assertThat(holdings.permits("a.realm", AssignmentPath.WHOLE_TENANT, 0))
                    .isFalse();
        }
    }

    @Test
    void inAnOpenCatalogueAWildcardGivesWhatNobodyRegistered() {
        var open = new PermissionCatalogue(CATALOGUE.reach(), true);
        var graph = RoleGraph.of(List.of(granting(role("some"), "a.*", "c.x")), open);
        var holdings = Holdings.of(graph, List.of(Assignment.ofMembership("some")));

        assertThat(holdings.permits("a.new", AssignmentPath.WHOLE_TENANT, 0)).isTrue();
        assertThat(holdings.permits("c.x", AssignmentPath.WHOLE_TENANT, 0)).isTrue();
        assertThat(holdings.permits("c.y", AssignmentPath.WHOLE_TENANT, 0)).isFalse();
        assertThat(holdings.permits("a.realm", AssignmentPath.WHOLE_TENANT, 0)).isFalse();
    }

    @Test
    void tenThousandRolesMayHangOnOneChain() {
        var roles = new ArrayList<Role>();
        for (var i = 0; i < 10_000; i++) {
            roles.add(i == 0 ? granting(role("r0"), "a.one") : role("r" + i, "r" + (i - 1)));
        }
        Collections.shuffle(roles, new Random(1));

        var graph = RoleGraph.of(roles, CATALOGUE);

        var last = graph.role("r9999").orElseThrow();
        assertThat(last.roles()).hasSize(10_000);
        assertThat(graph.inheritance("r9999", "a.one").orElseThrow().roles()).hasSize(10_000);
    }

    /** Against a plain search through the hierarchy. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesWhatASearchFinds(long seed) {
        var random = new Random(seed);
        var keys = IntStream.range(0, 150).mapToObj(i -> "p" + i % 7 + ".x" + i).toList();
        var catalogue = PermissionCatalogue.of(keys.subList(0, 140), keys.subList(140, 150), random.nextBoolean());
        var roles = new ArrayList<Role>();
        for (var i = 0; i < 80; i++) {
            var grants = new HashSet<Grant>();
            for (var n = random.nextInt(4); n > 0; n--) {
                grants.add(
                        random.nextInt(5) == 0
                                ? new Grant("p" + random.nextInt(7) + ".*")
                                : new Grant(keys.get(random.nextInt(keys.size()))));
            }
            var parents = new HashSet<String>();
            for (var n = i == 0 ? 0 : random.nextInt(3); n > 0; n--) {
                parents.add("r" + random.nextInt(i));
            }
            roles.add(Role.of("r" + i, 1, grants, List.copyOf(parents), Role.Origin.REALM));
        }
        var split = random.nextInt(80);
        var graph = RoleGraph.of(roles.subList(0, split), catalogue).with(roles.subList(split, 80));

        for (var role : roles) {
            var holdings = Holdings.of(graph, List.of(Assignment.ofMembership(role.key())));
            for (var key : keys) {
                var wanted = catalogue.reach().get(key) == PermissionCatalogue.Reach.TENANT
                        && search(roles, role.key(), key, new HashSet<>());
                assertThat(holdings.permits(key, AssignmentPath.WHOLE_TENANT, 0))
                        .as(role.key() + " " + key)
                        .isEqualTo(wanted);
            }
        }
    }

    private static boolean search(List<Role> roles, String key, String permission, Set<String> seen) {
        var role =
                roles.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
        return seen.add(key)
                && (role.grants().stream().anyMatch(grant -> grant.matches(permission))
                        || role.parents().stream().anyMatch(parent -> search(roles, parent, permission, seen)));
    }

    private static Role role(String key, String... parents) {
        return Role.of(key, 1, Set.of(), List.of(parents), Role.Origin.REALM);
    }

    private static Role granting(Role role, String... grants) {
        return Role.of(
                role.key(),
                role.rank(),
                Stream.of(grants).map(Grant::new).collect(Collectors.toSet()),
                role.parents(),
                role.origin());
    }
}

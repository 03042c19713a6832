package org.keysteward.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoleChangeTest {
    record RoleCase(
            String description,
            String actor,
            String current,
            @Nullable Integer memberRank,
            String wanted,
            boolean lacking,
            long otherOwners,
            RoleChange.Verdict verdict)
            implements Tables.Case {
        OptionalInt rank() {
            return switch (actor) {
                case "administrator" -> OptionalInt.of(Integer.MAX_VALUE);
                case "stranger" -> OptionalInt.empty();
                case "rank 35" -> OptionalInt.of(35);
                default -> OptionalInt.of(TenantRole.of(actor).orElseThrow().rank());
            };
        }
    }

    static Stream<Named<RoleCase>> cases() {
        return Tables.read("role-changes.yaml", RoleCase.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decides(RoleCase one) {
        var current = TenantRole.of(one.current()).orElseThrow();
        var change = new RoleChange(
                one.rank(),
                current,
                one.memberRank() == null ? current.rank() : one.memberRank(),
                TenantRole.of(one.wanted()).orElseThrow(),
                !one.lacking(),
                one.otherOwners());

        assertThat(change.verdict()).isEqualTo(one.verdict());
    }

    @Test
    void nobodyBelowOwnerEndsUpWithTheirEqualOrBetter() {
        for (var actor : TenantRole.values()) {
            for (var current : TenantRole.values()) {
                for (var wanted : TenantRole.values()) {
                    var verdict = new RoleChange(OptionalInt.of(actor.rank()), current, current.rank(), wanted, true, 5)
                            .verdict();

                    if (verdict == RoleChange.Verdict.ALLOWED && actor != TenantRole.OWNER) {
                        assertThat(wanted.rank()).isLessThan(actor.rank());
                        assertThat(current.rank()).isLessThan(actor.rank());
                    }
                }
            }
        }
    }

    @Test
    void eachRoleIncludesWhatThoseBelowItMay() {
        var roles = TenantRole.values();

        for (var i = 1; i < roles.length; i++) {
            var below = roles[i - 1];
            assertThat(TenantPermissions.ALL.stream().filter(below::holds)).allMatch(roles[i]::holds);
        }
        assertThat(Arrays.stream(roles).map(TenantRole::rank)).isSorted();
    }

    @Test
    void noRoleOfATenantReachesTheRealm() {
        assertThat(Stream.of(
                        TenantPermissions.PLANS_MANAGE,
                        TenantPermissions.LICENSE_MANAGE,
                        TenantPermissions.TENANT_CREATE,
                        TenantPermissions.MEMBERS_ADD,
                        TenantPermissions.FEATURES_MANAGE))
                .noneMatch(TenantRole.OWNER::holds);
    }
}

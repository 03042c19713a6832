package org.keysteward.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemberScopeTest {
    private static final MemberScope ANN_IN_ACME = new MemberScope("acme", "ann");

    @Test
    void coversWhoIsInItAndNobodyElse() {
        assertThat(ANN_IN_ACME.covers(ANN_IN_ACME)).isTrue();
        assertThat(new MemberScope("acme", "").covers(ANN_IN_ACME)).isTrue();
        assertThat(new MemberScope("", "ann").covers(ANN_IN_ACME)).isTrue();
        assertThat(MemberScope.EVERYBODY.covers(ANN_IN_ACME)).isTrue();
        assertThat(new MemberScope("beta", "").covers(ANN_IN_ACME)).isFalse();
        assertThat(new MemberScope("acme", "bob").covers(ANN_IN_ACME)).isFalse();
        assertThat(new MemberScope("", "bob").covers(ANN_IN_ACME)).isFalse();
    }

    @Test
    void isReadAsItWasWritten() {
        for (var scope : Set.of(
                ANN_IN_ACME, new MemberScope("acme", ""), new MemberScope("", "f:ldap:a/nn"), MemberScope.EVERYBODY)) {
            assertThat(MemberScope.of(scope.text())).isEqualTo(scope);
        }
    }

    @Test
    void manyBecomeTheirTenantsAndMoreThanThatEverybody() {
        assertThat(MemberScope.atMost(10, members(1, 10))).hasSize(10);
        assertThat(MemberScope.atMost(10, members(1, 11))).containsExactly(new MemberScope("tenant0", ""));
        assertThat(MemberScope.atMost(10, members(10, 2))).hasSize(10).doesNotContain(MemberScope.EVERYBODY);
        assertThat(MemberScope.atMost(10, members(11, 1))).containsExactly(MemberScope.EVERYBODY);
    }

    private static Set<MemberScope> members(int tenants, int ofEach) {
        return IntStream.range(0, tenants * ofEach)
                .mapToObj(number -> new MemberScope("tenant" + number % tenants, "user" + number))
                .collect(Collectors.toSet());
    }
}

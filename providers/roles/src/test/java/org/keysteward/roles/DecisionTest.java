package org.keysteward.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTest {
    private static final World WORLD = World.read();

    record DecisionCase(
            String description,
            String person,
            String permission,
            @Nullable String path,
            boolean allowed,
            @Nullable List<String> roles,
            @Nullable String grant)
            implements Tables.Case {}

    static Stream<Named<DecisionCase>> cases() {
        return Tables.named(WORLD.cases());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decides(DecisionCase one) {
        var holdings = WORLD.of(one.person());
        var path = AssignmentPath.of(one.path() == null ? "" : one.path());

        assertThat(holdings.permits(one.permission(), path, WORLD.instant())).isEqualTo(one.allowed());
        var explanation = holdings.explain(one.permission(), path, WORLD.instant());
        assertThat(explanation.map(Holdings.Explanation::roles).orElse(null)).isEqualTo(one.roles());
        assertThat(explanation.map(way -> way.grant().text()).orElse(null)).isEqualTo(one.grant());
    }
}

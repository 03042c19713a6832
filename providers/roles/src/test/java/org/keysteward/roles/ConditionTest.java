package org.keysteward.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Problem;

class ConditionTest {
    private static final Table TABLE = Tables.document("conditions.yaml", Table.class);

    record Table(FactsRow facts, List<ConditionCase> cases, List<FaultCase> faults) {}

    record FactsRow(
            Map<String, List<String>> attributes,
            Set<String> groups,
            Set<String> organizationGroups,
            Set<String> identityProviders) {
        Facts facts() {
            return new Facts(attributes, groups, organizationGroups, identityProviders);
        }
    }

    record ConditionCase(String description, Object when, boolean holds) implements Tables.Case {}

    record FaultCase(String description, @Nullable Object when, String pointer) implements Tables.Case {}

    static Stream<Named<ConditionCase>> cases() {
        return Tables.named(TABLE.cases());
    }

    static Stream<Named<FaultCase>> faults() {
        return Tables.named(TABLE.faults());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsOrDoesNot(ConditionCase one) {
        assertThat(parse(one.when()).holds(TABLE.facts().facts())).isEqualTo(one.holds());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isReadAsItWasWritten(ConditionCase one) {
        var condition = parse(one.when());

        assertThat(parse(condition.toJson())).isEqualTo(condition);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhereTheFaultIs(FaultCase one) {
        var errors = new FieldErrors();

        assertThat(Condition.parse(one.when(), "/when", errors)).isNull();
        assertThat(errors.problem().map(Problem::errors).orElseThrow())
                .extracting(Problem.FieldError::pointer)
                .containsExactly(one.pointer());
    }

    @Test
    void namesTheAttributesThatItAsksFor() {
        var condition = parse(Map.of(
                "all",
                List.of(
                        Map.of("group", "/staff"),
                        Map.of("not", Map.of("attribute", "department", "in", List.of("sales"))))));

        assertThat(condition.attributes("/when")).isEqualTo(Map.of("/when/all/1/not/attribute", "department"));
    }

    private static Condition parse(Object json) {
        var errors = new FieldErrors();
        var condition = Condition.parse(json, "/when", errors);
        assertThat(errors.problem()).isEmpty();
        return Objects.requireNonNull(condition);
    }
}

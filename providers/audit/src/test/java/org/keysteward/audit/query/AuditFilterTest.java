package org.keysteward.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.keysteward.kernel.FieldErrors;

class AuditFilterTest {
    record Case(
            String description,
            Map<String, String> query,
            @Nullable String canonical,
            @Nullable String error) {}

    @TestFactory
    Stream<DynamicTest> filters() throws IOException {
        try (var table = AuditFilterTest.class.getResourceAsStream("/audit-filters.yaml")) {
            List<Case> cases = new ObjectMapper(new YAMLFactory())
                    .readerForListOf(Case.class)
                    .readValue(table);
            return cases.stream().map(one -> DynamicTest.dynamicTest(one.description(), () -> check(one)));
        }
    }

    private static void check(Case one) {
        var errors = new FieldErrors();

        var filter = AuditFilter.of(one.query(), errors);

        var problem = errors.problem();
        if (one.error() == null) {
            assertThat(problem).isEmpty();
            assertThat(filter.canonical()).isEqualTo(one.canonical());
            assertThat(filter.used()).hasSameElementsAs(one.query().keySet());
        } else {
            assertThat(problem.orElseThrow().errors()).extracting("pointer").containsExactly(one.error());
        }
    }

    @Test
    void aParameterIsKnownAndSaidOnce() {
        var errors = new FieldErrors();

        var values = Parameters.single(
                Map.of("actor", List.of("a"), "tag", List.of("SOX", "GDPR"), "colour", List.of("red")),
                AuditFilter.TIMELESS,
                errors);

        assertThat(values).containsExactly(Map.entry("actor", "a"));
        assertThat(errors.problem().orElseThrow().errors())
                .extracting("pointer")
                .containsExactlyInAnyOrder("?tag", "?colour");
    }
}

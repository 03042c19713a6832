package org.keysteward.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.scim.ScimException;

class ProjectionTest {
    record Document(ObjectNode resource, List<Row> cases) {}

    record Row(
            String description,
            @Nullable String attributes,
            @Nullable String excluded,
            @Nullable ObjectNode answer,
            @Nullable String error,
            @Nullable List<String> wants,
            @Nullable List<String> spares)
            implements Tables.Case {}

    private static final Document DOCUMENT = Tables.document("projections.yaml", new TypeReference<>() {});

    static Stream<Named<Row>> rows() {
        return Tables.named(DOCUMENT.cases());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void projectsAsTheTableSays(Row row) throws ScimException {
        if (row.error() != null) {
            var error = catchThrowableOfType(
                    ScimException.class, () -> Projection.of(row.attributes(), row.excluded(), Types.USER));
            assertThat(Tables.type(error)).isEqualTo(row.error());
            return;
        }
        var full = DOCUMENT.resource().deepCopy();
        var projection = Projection.of(row.attributes(), row.excluded(), Types.USER);

        var answer = projection.apply(full);

        assertThat(answer.remove("schemas")).isEqualTo(full.get("schemas"));
        assertThat(answer.remove("id")).isEqualTo(full.get("id"));
        assertThat(answer).isEqualTo(row.answer());
        assertThat(full).isEqualTo(DOCUMENT.resource());
        assertThat(row.wants() == null ? List.<String>of() : row.wants()).allMatch(projection::wants);
        assertThat(row.spares() == null ? List.<String>of() : row.spares()).noneMatch(projection::wants);
    }

    @Test
    void wantsAllThatItAnswers() throws ScimException {
        for (var row : DOCUMENT.cases()) {
            if (row.error() != null) {
                continue;
            }
            var projection = Projection.of(row.attributes(), row.excluded(), Types.USER);
            projection
                    .apply(DOCUMENT.resource())
                    .fieldNames()
                    .forEachRemaining(name -> assertThat(projection.wants(name))
                            .as("%s: %s", row.description(), name)
                            .isTrue());
        }
    }

    @Test
    void refusesAListThatIsTooLong() {
        var error = catchThrowableOfType(
                ScimException.class, () -> Projection.of("userName,".repeat(5_000), null, Types.USER));

        assertThat(Tables.type(error)).isEqualTo("invalidValue");
    }
}

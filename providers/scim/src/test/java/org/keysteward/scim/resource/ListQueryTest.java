package org.keysteward.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.scim.ScimException;

class ListQueryTest {
    record Row(
            String description,
            @Nullable Map<String, String> parameters,
            @Nullable ObjectNode body,
            @Nullable ListQuery query,
            @Nullable String error)
            implements Tables.Case {}

    static Stream<Named<Row>> rows() {
        return Tables.named(Tables.document("list-queries.yaml", new TypeReference<List<Row>>() {}));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsAsTheTableSays(Row row) throws ScimException {
        if (row.error() == null) {
            assertThat(read(row)).isEqualTo(row.query());
            return;
        }
        var error = catchThrowableOfType(ScimException.class, () -> read(row));
        assertThat(error).as("an error").isNotNull();
        assertThat(Tables.type(error)).as(error.detail()).isEqualTo(row.error());
    }

    private static ListQuery read(Row row) throws ScimException {
        if (row.parameters() != null) {
            return ListQuery.of(row.parameters());
        }
        var body = Tables.body(Objects.requireNonNull(row.body()));
        if (!body.has("schemas")) {
            body.putArray("schemas").add(ListQuery.SCHEMA);
        }
        return ListQuery.of(body);
    }

    @Test
    void projectsWhatItAsksFor() throws ScimException {
        var projection = ListQuery.of(Map.of("excludedAttributes", "members")).projection(Types.GROUP);

        assertThat(projection.wants("members")).isFalse();
        assertThat(projection.wants("displayName")).isTrue();
    }

    @Test
    void answersAPageByIndex() {
        var user = JsonNodeFactory.instance.objectNode().put("userName", "bob");

        var json = ListResponse.indexed(41, 11, List.of(user)).json();

        assertThat(json.toString())
                .isEqualTo("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":41,"
                        + "\"itemsPerPage\":1,\"startIndex\":11,\"Resources\":[{\"userName\":\"bob\"}]}");
    }

    @Test
    void answersAPageByCursor() {
        var json = new ListResponse(41L, null, null, "abc", List.of()).json();

        assertThat(json.path("nextCursor").asText()).isEqualTo("abc");
        assertThat(json.has("startIndex")).isFalse();
        assertThat(json.has("previousCursor")).isFalse();
    }
}

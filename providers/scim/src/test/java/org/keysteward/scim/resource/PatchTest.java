package org.keysteward.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ScimException;

class PatchTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> EXTERNAL = Set.of("members");

    record Row(
            String description,
            @Nullable String type,
            boolean strict,
            ObjectNode before,
            JsonNode operations,
            @Nullable ObjectNode after,
            @Nullable String error,
            @Nullable List<String> ignored,
            @Nullable JsonNode external,
            @JsonProperty("changed") @Nullable Boolean changed)
            implements Tables.Case {

        ResourceType resourceType() {
            return Types.named(type == null ? "User" : type);
        }
    }

    static Stream<Named<Row>> rows() {
        return Tables.named(Tables.document("patch-operations.yaml", new TypeReference<List<Row>>() {}));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void patchesAsTheTableSays(Row row) throws ScimException {
        var before = Tables.body(row.before());
        DeclaredSchemas.declare(before, row.resourceType());
        var untouched = before.deepCopy();

        if (row.error() != null) {
            var error = catchThrowableOfType(ScimException.class, () -> patch(row, before));
            assertThat(error).as("an error").isNotNull();
            assertThat(Tables.type(error)).as(error.detail()).isEqualTo(row.error());
        } else {
            requireOutcome(row, patch(row, before));
        }
        assertThat(before).as("what was given").isEqualTo(untouched);
    }

    private static Patched patch(Row row, ObjectNode before) throws ScimException {
        var request = PatchRequest.parse(Tables.body(request(row.operations())));
        return new Patch(row.resourceType(), row.strict(), EXTERNAL).apply(before, request);
    }

    private static void requireOutcome(Row row, Patched patched) throws ScimException {
        if (row.after() != null) {
            var after = Tables.body(row.after());
            if (!after.has("schemas")) {
                DeclaredSchemas.declare(after, row.resourceType());
            }
            assertThat(SameValue.of(patched.resource(), after))
                    .as("%s is %s", patched.resource(), after)
                    .isTrue();
        }
        if (row.ignored() != null) {
            assertThat(patched.ignored()).isEqualTo(row.ignored());
        } else {
            assertThat(patched.ignored()).isEmpty();
        }
        if (row.external() != null) {
            assertThat(written(patched.external())).isEqualTo(row.external());
        }
        if (row.changed() != null) {
            assertThat(patched.changed()).isEqualTo(row.changed());
        }
    }

    private static ArrayNode written(List<ExternalChange> changes) {
        var written = NODES.arrayNode();
        for (var change : changes) {
            assertThat(change.attribute()).isEqualTo("members");
            if (change instanceof ExternalChange.Add add) {
                written.addObject().putArray("add").addAll(add.values());
            } else if (change instanceof ExternalChange.ReplaceAll replace) {
                written.addObject().putArray("replaceAll").addAll(replace.values());
            } else if (change instanceof ExternalChange.Remove remove) {
                var values = written.addObject().putArray("remove");
                remove.values().forEach(values::add);
            } else {
                written.addObject().put("removeAll", true);
            }
        }
        return written;
    }

    static ObjectNode request(JsonNode operations) {
        var body = NODES.objectNode();
        body.putArray("schemas").add(PatchRequest.SCHEMA);
        body.set("Operations", operations);
        return body;
    }

    private static Patched patchUser(ObjectNode before, ArrayNode operations) throws ScimException {
        return new Patch(Types.USER, false, EXTERNAL).apply(before, PatchRequest.parse(request(operations)));
    }

    @Test
    void saysWhichOperationFailed() {
        var operations = NODES.arrayNode();
        operations.addObject().put("op", "add").put("path", "title").put("value", "Clerk");
        operations.addObject().put("op", "remove").put("path", "userName");

        var error = catchThrowableOfType(
                ScimException.class, () -> patchUser(NODES.objectNode().put("userName", "bob"), operations));

        assertThat(error.detail()).startsWith("Operation 2: ");
    }

    @Test
    void saysWhichOperationIsMalformed() {
        var operations = NODES.arrayNode();
        operations.addObject().put("op", "add").put("path", "title").put("value", "Clerk");
        operations.addObject().put("op", "nothing");

        var error = catchThrowableOfType(ScimException.class, () -> PatchRequest.parse(request(operations)));

        assertThat(error.detail()).startsWith("Operation 2: ");
    }

    @Test
    void asksForTheSchemaOfTheMessage() {
        var body = NODES.objectNode();
        body.putArray("Operations").addObject().put("op", "remove").put("path", "title");

        var error = catchThrowableOfType(ScimException.class, () -> PatchRequest.parse(body));

        assertThat(Tables.type(error)).isEqualTo("invalidSyntax");
    }

    @Test
    void readsTheNamesOfTheMessageInAnyCase() throws ScimException {
        var body = NODES.objectNode();
        body.put("SCHEMAS", PatchRequest.SCHEMA.toUpperCase(Locale.ROOT));
        body.putArray("operations").addObject().put("op", "remove").put("path", "title");

        assertThat(PatchRequest.parse(body).operations()).hasSize(1);
    }

    @Test
    void takesNoMoreThanAThousandOperations() throws ScimException {
        var operations = NODES.arrayNode();
        for (var i = 0; i < PatchRequest.MAX_OPERATIONS; i++) {
            operations.addObject().put("op", "add").put("path", "title").put("value", "Clerk" + i);
        }
        var patched = patchUser(NODES.objectNode().put("userName", "bob"), operations);
        assertThat(patched.resource().path("title").asText()).isEqualTo("Clerk999");

        operations.addObject().put("op", "remove").put("path", "title");
        var error = catchThrowableOfType(ScimException.class, () -> PatchRequest.parse(request(operations)));
        assertThat(Tables.type(error)).isEqualTo("invalidSyntax");
    }

    @Test
    void keepsNoMoreThanAThousandValues() throws ScimException {
        var operations = NODES.arrayNode();
        for (var part = 0; part < 2; part++) {
            var roles =
                    operations.addObject().put("op", "add").put("path", "roles").putArray("value");
            for (var i = 0; i < 501; i++) {
                roles.add("role" + part + "-" + i);
            }
        }

        var error = catchThrowableOfType(
                ScimException.class, () -> patchUser(NODES.objectNode().put("userName", "bob"), operations));

        assertThat(Tables.type(error)).isEqualTo("invalidValue");
        assertThat(error.detail()).contains("1000");
    }

    @Test
    void takesAsManyMembersAsItIsToldTo() throws ScimException {
        var operations = NODES.arrayNode();
        var members =
                operations.addObject().put("op", "add").put("path", "members").putArray("value");
        for (var i = 0; i < 5_000; i++) {
            members.addObject().put("value", "u" + i);
        }
        var request = PatchRequest.parse(request(operations));
        var group = NODES.objectNode().put("displayName", "Team");

        var patched = new Patch(Types.GROUP, true, EXTERNAL, 5_000).apply(group, request);

        assertThat(((ExternalChange.Add) patched.external().get(0)).values()).hasSize(5_000);
        var error = catchThrowableOfType(
                ScimException.class, () -> new Patch(Types.GROUP, true, EXTERNAL, 4_999).apply(group, request));
        assertThat(Tables.type(error)).isEqualTo("invalidValue");
    }
}

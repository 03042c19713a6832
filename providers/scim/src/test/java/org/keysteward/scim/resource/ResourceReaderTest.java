package org.keysteward.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.scim.CoreSchemas;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ScimException;

class ResourceReaderTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    record Row(
            String description,
            @Nullable String type,
            boolean strict,
            @Nullable String asks,
            ObjectNode body,
            @Nullable ObjectNode content,
            @Nullable String error,
            @Nullable List<String> ignored)
            implements Tables.Case {

        ResourceType resourceType() {
            return Types.named(type == null ? "User" : type);
        }
    }

    static Stream<Named<Row>> rows() {
        return Tables.named(Tables.document("resource-bodies.yaml", new TypeReference<List<Row>>() {}));
    }

    @Test
    void keepsAnExtensionThatIsToBeKeptUnlessTheReplacementMentionsIt() throws ScimException {
        var kept = new ResourceType(
                "User",
                "/Users",
                "",
                CoreSchemas.USER,
                List.of(
                        new ResourceType.SchemaExtension(CoreSchemas.ENTERPRISE_USER, false),
                        new ResourceType.SchemaExtension(Types.BADGE, false, true)));
        var badge = Types.BADGE.id();
        var existing = user().put("userName", "bob");
        existing.putObject(badge).put("note", "n");
        existing.putObject(CoreSchemas.ENTERPRISE_URN).put("department", "Sales");
        var silent = user().put("userName", "bob");
        var emptying = silent.deepCopy();
        emptying.putObject(badge);
        var declaring = silent.deepCopy();
        declaring.withArray("schemas").add(badge);
        var reader = new ResourceReader(kept, true);

        assertThat(reader.readForReplace(silent, existing).content().path(badge))
                .isEqualTo(existing.path(badge));
        assertThat(reader.readForReplace(silent, existing).content().has(CoreSchemas.ENTERPRISE_URN))
                .isFalse();
        assertThat(reader.readForReplace(emptying, existing).content().has(badge))
                .isFalse();
        assertThat(reader.readForReplace(declaring, existing).content().has(badge))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsAsTheTableSays(Row row) throws ScimException {
        var body = Tables.body(row.body());
        if (body.properties().stream().noneMatch(member -> member.getKey().equalsIgnoreCase("schemas"))) {
            body.putArray("schemas").add(row.resourceType().schema().id());
        }
        var untouched = body.deepCopy();

        if (row.error() != null) {
            var error = catchThrowableOfType(ScimException.class, () -> read(row, body));
            assertThat(error).as("an error").isNotNull();
            assertThat(Tables.type(error)).as(error.detail()).isEqualTo(row.error());
        } else {
            requireOutcome(row, read(row, body));
        }
        assertThat(body).isEqualTo(untouched);
    }

    private static Resource read(Row row, ObjectNode body) throws ScimException {
        var reader = new ResourceReader(row.resourceType(), row.strict());
        return row.asks() == null ? reader.read(body) : reader.readForCreate(body);
    }

    private static void requireOutcome(Row row, Resource resource) throws ScimException {
        var content = Tables.body(Objects.requireNonNull(row.content()));
        if (!content.has("schemas")) {
            DeclaredSchemas.declare(content, row.resourceType());
        }
        assertThat(resource.content()).isEqualTo(content);
        assertThat(resource.ignored()).isEqualTo(row.ignored() == null ? List.of() : row.ignored());
    }

    private static ObjectNode user() {
        var body = NODES.objectNode().put("userName", "bob");
        body.putArray("schemas").add(CoreSchemas.USER_URN);
        return body;
    }

    private static ScimException refused(ResourceReader reader, ObjectNode body) {
        return catchThrowableOfType(ScimException.class, () -> reader.readForCreate(body));
    }

    @Test
    void namesTheAttributeThatIsMissing() {
        var error = refused(new ResourceReader(Types.USER, true), user().without("userName"));

        assertThat(error.detail()).contains("userName");
    }

    @Test
    void putsSchemasInFront() throws ScimException {
        var content = new ResourceReader(Types.USER, true).read(user()).content();

        assertThat(content.fieldNames().next()).isEqualTo("schemas");
    }

    @Test
    void boundsTexts() throws ScimException {
        var reader = new ResourceReader(Types.USER, true);

        assertThat(reader.read(user().put("title", "x".repeat(16_384)))
                        .content()
                        .has("title"))
                .isTrue();
        assertThat(Tables.type(refused(reader, user().put("title", "x".repeat(16_385)))))
                .isEqualTo("invalidValue");
    }

    @Test
    void takesLongPhotographs() throws ScimException {
        var body = user();
        body.putArray("photos").addObject().put("value", "data:image/png;base64," + "x".repeat(900_000));

        assertThat(new ResourceReader(Types.USER, true).read(body).content().has("photos"))
                .isTrue();
    }

    @Test
    void boundsLists() {
        var body = user();
        var roles = body.putArray("roles");
        for (var i = 0; i <= 1_000; i++) {
            roles.add("role" + i);
        }

        assertThat(Tables.type(refused(new ResourceReader(Types.USER, true), body)))
                .isEqualTo("invalidValue");
    }

    @Test
    void boundsExternalListsAsItIsTold() throws ScimException {
        var body = NODES.objectNode().put("displayName", "Team");
        body.putArray("schemas").add(CoreSchemas.GROUP_URN);
        var members = body.putArray("members");
        for (var i = 0; i < 2_000; i++) {
            members.add("u" + i);
        }

        var content = new ResourceReader(Types.GROUP, true, Set.of("members"), 2_000)
                .read(body)
                .content();

        assertThat(content.path("members")).hasSize(2_000);
        var narrow = new ResourceReader(Types.GROUP, true, Set.of("members"), 1_999);
        assertThat(Tables.type(refused(narrow, body))).isEqualTo("invalidValue");
    }

    @Test
    void refusesNumbersThatWouldFillTheMemoryWhenWritten() {
        var body = user();
        body.putObject(Types.BADGE.id()).put("height", new BigDecimal("1e999999999"));

        assertThat(Tables.type(refused(new ResourceReader(Types.USER, true), body)))
                .isEqualTo("invalidValue");
    }

    @Test
    void keepsNoMoreThanAHundredIgnoredNames() throws ScimException {
        var body = user();
        for (var i = 0; i < 500; i++) {
            body.put("unknown" + i + "x".repeat(500), 1);
        }

        var ignored = new ResourceReader(Types.USER, false).read(body).ignored();

        assertThat(ignored).hasSize(100).allMatch(name -> name.length() <= 200);
    }

    @Test
    void keepsImmutableAttributesThatAReplacementDoesNotMention() throws ScimException {
        var existing = user();
        existing.putObject(Types.BADGE.id()).put("number", 7).put("height", 2);

        var content = new ResourceReader(Types.USER, true)
                .readForReplace(user(), existing)
                .content();

        assertThat(content.path(Types.BADGE.id())).isEqualTo(NODES.objectNode().put("number", 7));
        assertThat(content.path("schemas")).hasSize(2);
    }

    @Test
    void refusesAReplacementOfImmutableAttributes() {
        var existing = user();
        existing.putObject(Types.BADGE.id()).put("number", 7);
        var body = user();
        body.putObject(Types.BADGE.id()).put("number", 8);

        var error = catchThrowableOfType(
                ScimException.class, () -> new ResourceReader(Types.USER, true).readForReplace(body, existing));

        assertThat(Tables.type(error)).isEqualTo("mutability");
    }

    @Test
    void asksForExtensionsThatAreRequired() {
        var type = new ResourceType(
                "User",
                "/Users",
                "People",
                CoreSchemas.USER,
                List.of(new ResourceType.SchemaExtension(CoreSchemas.ENTERPRISE_USER, true)));

        var error = refused(new ResourceReader(type, true), user());

        assertThat(error.detail()).contains(CoreSchemas.ENTERPRISE_URN);
    }
}

package org.keysteward.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.scim.CoreSchemas;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ScimException;

/** Whatever comes in, nothing else than a {@link ScimException} comes out, and what is accepted keeps to the schema. */
class NoiseTest {
    private static final int CASES = 4_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> NAMES = names();
    private static final List<String> FILTERS = List.of(
            "[type eq \"work\"]",
            "[value pr]",
            "[primary eq true]",
            "[not (value co \"a\")]",
            "[value eq \"a\" or value eq \"b\"]",
            "[type eq null]",
            "[zone eq \"x\" and value eq \"a\"]",
            "[",
            "[]",
            "[value gt 5]");

    private int accepted;
    private int refused;

    private static List<String> names() {
        var names = new ArrayList<String>(List.of("schemas", "unknown", "", ".", ":", "a.b.c", "name.", "urn:x:y"));
        for (var type : List.of(Types.USER, Types.GROUP)) {
            type.schema().attributes().forEach(attribute -> names.add(attribute.name()));
            for (var extension : type.extensions()) {
                names.add(extension.schema().id());
                extension
                        .schema()
                        .attributes()
                        .forEach(one -> names.add(extension.schema().id() + ":" + one.name()));
                extension.schema().attributes().forEach(one -> names.add(one.name()));
            }
        }
        CoreSchemas.COMMON.forEach(attribute -> names.add(attribute.name()));
        names.addAll(List.of("name.givenName", "emails.value", "meta.version", "members.value", "value", "type"));
        names.addAll(List.of("primary", "$ref", "display", "zone", "givenName", "country", "manager.value"));
        names.add(CoreSchemas.USER_URN);
        names.add(CoreSchemas.ENTERPRISE_URN + ":manager.displayName");
        return names;
    }

    @AfterEach
    void metBoth() {
        assertThat(accepted).isPositive();
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void readsNoise(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < CASES; i++) {
            var type = random.nextInt(4) == 0 ? Types.GROUP : Types.USER;
            var body = object(random, 0);
            if (random.nextInt(20) > 0) {
                body.putArray("schemas").add(type.schema().id());
            }
            var strict = random.nextInt(4) == 0;
            attempt(() -> {
                var content = new ResourceReader(type, strict).read(body).content();
                requireStable(type, content);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void patchesWithNoise(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < CASES; i++) {
            var type = random.nextInt(4) == 0 ? Types.GROUP : Types.USER;
            var resource = accepted(random, type);
            var request = PatchTest.request(operations(random));
            var strict = random.nextInt(4) == 0;
            var untouched = resource.deepCopy();
            attempt(() -> {
                var patched = new Patch(type, strict, Set.of("members")).apply(resource, PatchRequest.parse(request));
                requireStable(type, patched.resource());
            });
            assertThat(resource).isEqualTo(untouched);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void parsesNoise(long seed) {
        var random = new Random(seed);
        var seedBody = "{\"schemas\":[\"a\"],\"n\":[1.5e3,null,{\"x\":\"\\u00e9é\"}]}".getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < CASES; i++) {
            var bytes = seedBody.clone();
            for (var change = random.nextInt(3); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            attempt(() -> {
                var json = ScimJson.parse(bytes, 1_000);
                assertThat(ScimJson.parse(ScimJson.bytes(json), 10_000)).isEqualTo(json);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void listsWithNoise(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < CASES; i++) {
            var body = NODES.objectNode();
            for (var name : List.of("filter", "sortBy", "sortOrder", "startIndex", "count", "attributes", "cursor")) {
                if (random.nextInt(4) == 0) {
                    body.set(name, value(random, 2));
                }
            }
            body.putArray("schemas").add(ListQuery.SCHEMA);
            attempt(() -> ListQuery.of(body).projection(Types.USER).apply(accepted(random, Types.USER)));
        }
    }

    /** What was accepted is a resource: read once more it is the same, and nothing of it is unknown. */
    private static void requireStable(ResourceType type, ObjectNode content) throws ScimException {
        var again = new ResourceReader(type, true).read(content.deepCopy());
        assertThat(again.content()).isEqualTo(content);
    }

    private interface Attempt {
        void run() throws ScimException;
    }

    private void attempt(Attempt attempt) {
        try {
            attempt.run();
            accepted++;
        } catch (ScimException e) {
            assertThat(e.detail()).isNotBlank();
            refused++;
        }
    }

    private static ObjectNode accepted(Random random, ResourceType type) {
        for (var tries = 0; tries < 20; tries++) {
            var body = object(random, 0);
            body.putArray("schemas").add(type.schema().id());
            try {
                return new ResourceReader(type, false).read(body).content();
            } catch (ScimException e) {
                continue;
            }
        }
        return NODES.objectNode();
    }

    private static ArrayNode operations(Random random) {
        var operations = NODES.arrayNode();
        for (var i = random.nextInt(3); i >= 0; i--) {
            var operation = operations.addObject();
            operation.put("op", List.of("add", "Replace", "REMOVE").get(random.nextInt(3)));
            if (random.nextInt(4) > 0) {
                operation.put("path", path(random));
            }
            operation.set("value", value(random, 0));
        }
        return operations;
    }

    private static String path(Random random) {
        var path = name(random);
        if (random.nextInt(3) == 0) {
            path += FILTERS.get(random.nextInt(FILTERS.size()));
        }
        return random.nextInt(4) == 0 ? path + "." + name(random) : path;
    }

    private static String name(Random random) {
        var name = NAMES.get(random.nextInt(NAMES.size()));
        return random.nextInt(10) == 0 ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static ObjectNode object(Random random, int depth) {
        var object = NODES.objectNode();
        for (var i = random.nextInt(4); i >= 0; i--) {
            object.set(random.nextInt(12) == 0 ? path(random) : name(random), value(random, depth + 1));
        }
        return object;
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 9 : 14)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt(10));
            case 3 -> NODES.numberNode(random.nextDouble());
            case 4 -> NODES.textNode("");
            case 5 -> NODES.textNode("True");
            case 6 -> NODES.textNode("2024-02-29T00:00:00Z");
            case 7, 8 -> NODES.textNode(List.of("a", "b", "work", "YQ==", "x y").get(random.nextInt(5)));
            case 9, 10, 11 -> object(random, depth);
            default -> array(random, depth);
        };
    }

    private static ArrayNode array(Random random, int depth) {
        var array = NODES.arrayNode();
        for (var i = random.nextInt(4); i > 0; i--) {
            array.add(value(random, depth + 1));
        }
        return array;
    }
}

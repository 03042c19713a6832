package org.keysteward.scim.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.keysteward.scim.CoreSchemas;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/** Cases that are written down as YAML, with short names for URNs. */
final class Tables {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A row that says what it is about. */
    interface Case {
        String description();
    }

    private Tables() {}

    static <T> T document(String file, TypeReference<T> type) {
        try (var stream = Tables.class.getResourceAsStream("/" + file)) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("<user>", CoreSchemas.USER_URN)
                    .replace("<group>", CoreSchemas.GROUP_URN)
                    .replace("<ent>", CoreSchemas.ENTERPRISE_URN)
                    .replace("<badge>", Types.BADGE.id());
            return YAML.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <C extends Case> Stream<Named<C>> named(List<C> cases) {
        return cases.stream().map(one -> Named.of(one.description(), one));
    }

    /** As it comes over the wire. */
    static ObjectNode body(JsonNode json) throws ScimException {
        try {
            return ScimJson.parse(JSON.writeValueAsBytes(json), Integer.MAX_VALUE);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String type(ScimException e) {
        return e.type().map(ScimType::scimName).orElse("");
    }
}

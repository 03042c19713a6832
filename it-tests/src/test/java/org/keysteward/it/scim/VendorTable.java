package org.keysteward.it.scim;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * What a vendor sends, and what has to come of it. Everywhere, <code>${name}</code> stands for what an earlier answer has
 * captured, and <code>${base}</code> for the address of the SCIM server. What is expected is written as {@link Parts}
 * compares it.
 *
 * @param headers of every request
 * @param prepared steps that rows begin with, by name
 */
record VendorTable(String vendor, Map<String, String> headers, Map<String, Step> prepared, List<Row> rows) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // What a row does not mention is empty.
            .setDefaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));

    /**
     * An exchange, in a tenant of its own.
     *
     * @param setup names of prepared steps
     */
    record Row(String name, List<String> setup, List<Step> steps, Stored stored) {}

    /**
     * A request and its answer.
     *
     * @param send the method and, behind a space, the path with its query as it is on the wire
     * @param body as it is on the wire; empty for none
     * @param answer parts of the answer's body
     * @param capture JSON pointers to texts, or an empty one to the whole body, by the name that they get
     */
    record Step(
            String send,
            Map<String, String> headers,
            String body,
            int status,
            Map<String, String> answerHeaders,
            Map<String, JsonNode> answer,
            Map<String, String> capture) {
        String method() {
            return send.substring(0, send.indexOf(' '));
        }

        String path() {
            return send.substring(send.indexOf(' ') + 1);
        }
    }

    /**
     * What is there in the end.
     *
     * @param scim parts of what the SCIM server says, or the number of its status, by path
     * @param users parts of what Keycloak says, or null where nobody has the username
     * @param members the usernames of all members of the tenant
     * @param groups all groups of the tenant, with the usernames of their members
     * @param signIn passwords by username
     */
    record Stored(
            Map<String, JsonNode> scim,
            Map<String, JsonNode> users,
            Set<String> members,
            Map<String, Set<String>> groups,
            Map<String, String> signIn) {
        Stored() {
            this(Map.of(), Map.of(), Set.of(), Map.of(), Map.of());
        }
    }

    static VendorTable read(String file) {
        try (InputStream stream = VendorTable.class.getResourceAsStream("/scim/" + file)) {
            return YAML.readValue(stream, VendorTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Named<Row>> named() {
        return rows.stream().map(row -> Named.of(vendor + ": " + row.name(), row));
    }
}

package org.keysteward.scim.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/**
 * The body of a request to {@code /Bulk}.
 *
 * @param failOnErrors after how many errors nothing more is done; null for never
 */
public record BulkRequest(@Nullable Integer failOnErrors, List<BulkOperation> operations) {
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    public BulkRequest {
        operations = List.copyOf(operations);
    }

    /**
     * @param maxOperations how many there may be
     * @throws ScimException 413 where there are more, {@code invalidSyntax}, {@code invalidValue}
     */
    public static BulkRequest parse(ObjectNode body, int maxOperations) throws ScimException {
        requireSchema(member(body, "schemas"));
        var sent = member(body, "Operations");
        if (!sent.isArray() || sent.isEmpty()) {
            throw ScimException.of(ScimType.INVALID_SYNTAX, "Operations has to be a list, and not an empty one.");
        }
        if (sent.size() > maxOperations) {
            throw new ScimException(
                    413,
                    null,
                    "At most " + maxOperations + " operations are done at once; these are " + sent.size() + ".");
        }
        var operations = new ArrayList<BulkOperation>();
        var bulkIds = new HashSet<String>();
        for (var i = 0; i < sent.size(); i++) {
            operations.add(operation(i, sent.get(i), bulkIds));
        }
        return new BulkRequest(failOnErrors(member(body, "failOnErrors")), operations);
    }

    private static BulkOperation operation(int index, JsonNode sent, Set<String> bulkIds) throws ScimException {
        if (!(sent instanceof ObjectNode operation)) {
            throw invalid(index, "has to be an object");
        }
        var method = BulkOperation.Method.of(member(operation, "method").asText())
                .orElseThrow(() -> invalid(index, "needs a method: POST, PUT, PATCH or DELETE"));
        var path = member(operation, "path");
        if (!path.isTextual()) {
            throw invalid(index, "needs a path, such as /Users");
        }
        var bulkId = text(member(operation, "bulkId"));
        if (method == BulkOperation.Method.POST && bulkId == null) {
            throw invalid(index, "is a POST and needs a bulkId");
        }
        if (bulkId != null && method == BulkOperation.Method.POST && !bulkIds.add(bulkId)) {
            throw invalid(index, "has a bulkId that another operation has");
        }
        var data = member(operation, "data");
        if (method != BulkOperation.Method.DELETE && !data.isObject()) {
            throw invalid(index, "needs data, an object");
        }
        return new BulkOperation(
                index,
                method,
                path.textValue(),
                bulkId,
                text(member(operation, "version")),
                data instanceof ObjectNode object ? object : null);
    }

    private static void requireSchema(JsonNode schemas) throws ScimException {
        for (var schema : schemas) {
            if (schema.asText().equalsIgnoreCase(SCHEMA)) {
                return;
            }
        }
        throw ScimException.of(ScimType.INVALID_SYNTAX, "schemas has to contain " + SCHEMA);
    }

    private static @Nullable Integer failOnErrors(JsonNode sent) throws ScimException {
        if (sent.isMissingNode() || sent.isNull()) {
            return null;
        }
        if (!sent.isIntegralNumber() || !sent.canConvertToInt() || sent.intValue() < 1) {
            throw ScimException.of(ScimType.INVALID_VALUE, "failOnErrors is a whole number from 1.");
        }
        return sent.intValue();
    }

    /** By name, in any case; a missing node where there is none. */
    private static JsonNode member(ObjectNode object, String name) {
        return object.properties().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static @Nullable String text(JsonNode sent) {
        return sent.isTextual() ? sent.textValue() : null;
    }

    private static ScimException invalid(int index, String why) {
        return ScimException.of(ScimType.INVALID_SYNTAX, "Operation " + (index + 1) + " " + why + ".");
    }
}

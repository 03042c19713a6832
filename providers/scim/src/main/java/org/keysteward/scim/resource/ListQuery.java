package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/**
 * What a client lists (RFC 7644, sections 3.4.2 and 3.4.3; RFC 9865, section 2), from a query string or the body of {@code
 * POST /.search}. Filters and names are not parsed yet.
 *
 * @param sortBy null for an order of the server's own
 * @param startIndex at least 1
 * @param count at least 0, which is also what less is read as; null for as many as the server likes
 * @param cursor null for pages by index; empty for the first page by cursor
 * @param attributes separated by commas, as of {@link Projection}
 */
public record ListQuery(
        @Nullable String filter,
        @Nullable String sortBy,
        SortOrder sortOrder,
        int startIndex,
        @Nullable Integer count,
        @Nullable String cursor,
        @Nullable String attributes,
        @Nullable String excludedAttributes) {

    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,100}");

    /**
     * Of the parameters of a query, each once; others are passed over.
     *
     * @throws ScimException {@code invalidValue}
     */
    public static ListQuery of(Map<String, String> parameters) throws ScimException {
        return new ListQuery(
                parameters.get("filter"),
                parameters.get("sortBy"),
                order(parameters.get("sortOrder")),
                startIndex(number("startIndex", parameters.get("startIndex"))),
                count(() -> number("count", parameters.get("count")), parameters.get("cursor")),
                parameters.get("cursor"),
                parameters.get("attributes"),
                parameters.get("excludedAttributes"));
    }

    /**
     * Of a search request.
     *
     * @throws ScimException {@code invalidSyntax} without its schema, {@code invalidValue}
     */
    public static ListQuery of(ObjectNode body) throws ScimException {
        DeclaredSchemas.requireMessage(body, SCHEMA);
        return new ListQuery(
                text("filter", body),
                text("sortBy", body),
                order(text("sortOrder", body)),
                startIndex(number("startIndex", body)),
                count(() -> number("count", body), text("cursor", body)),
                text("cursor", body),
                list("attributes", body),
                list("excludedAttributes", body));
    }

    /** What of the resources the answer has. */
    public Projection projection(ResourceType type) throws ScimException {
        return Projection.of(attributes, excludedAttributes, type);
    }

    private static SortOrder order(@Nullable String name) throws ScimException {
        if (name == null || name.equalsIgnoreCase("ascending")) {
            return SortOrder.ASCENDING;
        }
        if (name.equalsIgnoreCase("descending")) {
            return SortOrder.DESCENDING;
        }
        throw invalid("sortOrder has to be ascending or descending");
    }

    private static int startIndex(@Nullable BigInteger sent) {
        return sent == null ? 1 : bounded(sent, 1);
    }

    private static @Nullable Integer count(Count sent, @Nullable String cursor) throws ScimException {
        try {
            var count = sent.read();
            return count == null ? null : Integer.valueOf(bounded(count, 0));
        } catch (ScimException e) {
            // By cursor, it has a word of its own (RFC 9865, section 2.1).
            throw cursor == null ? e : ScimException.of(ScimType.INVALID_COUNT, e.detail());
        }
    }

    private interface Count {
        @Nullable BigInteger read() throws ScimException;
    }

    // Less than the least is read as the least (RFC 7644, table 6).
    private static int bounded(BigInteger sent, int least) {
        return sent.max(BigInteger.valueOf(least))
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .intValueExact();
    }

    private static @Nullable BigInteger number(String name, @Nullable String sent) throws ScimException {
        if (sent == null) {
            return null;
        }
        if (!INTEGER.matcher(sent).matches()) {
            throw invalid(name + " has to be an integer");
        }
        return new BigInteger(sent);
    }

    private static @Nullable BigInteger number(String name, ObjectNode body) throws ScimException {
        var sent = given(name, body);
        if (sent == null) {
            return null;
        }
        if (!sent.isIntegralNumber()) {
            throw invalid(name + " has to be an integer");
        }
        return sent.bigIntegerValue();
    }

    private static @Nullable String text(String name, ObjectNode body) throws ScimException {
        var sent = given(name, body);
        if (sent == null) {
            return null;
        }
        if (!sent.isTextual()) {
            throw invalid(name + " has to be a text");
        }
        return sent.textValue();
    }

    private static @Nullable String list(String name, ObjectNode body) throws ScimException {
        var sent = given(name, body);
        if (sent == null) {
            return null;
        }
        if (sent.isTextual()) {
            return sent.textValue();
        }
        if (!sent.isArray()) {
            throw invalid(name + " has to be a list of texts");
        }
        return list(name, sent);
    }

    private static String list(String name, JsonNode sent) throws ScimException {
        var names = new ArrayList<String>();
        for (var one : sent) {
            if (!one.isTextual()) {
                throw invalid(name + " has to be a list of texts");
            }
            names.add(one.textValue());
        }
        return String.join(",", names);
    }

    private static @Nullable JsonNode given(String name, ObjectNode body) throws ScimException {
        var sent = Members.named(body, name);
        return sent == null || sent.isNull() ? null : sent;
    }

    private static ScimException invalid(String detail) {
        return ScimException.of(ScimType.INVALID_VALUE, detail);
    }
}

package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of resources (RFC 7644, section 3.4.2; RFC 9865, section 2).
 *
 * @param totalResults of all pages; null where it is not known, which only pages by cursor allow
 * @param startIndex of pages by index
 * @param nextCursor of pages by cursor, but for the last one
 */
public record ListResponse(
        @Nullable Long totalResults,
        @Nullable Integer startIndex,
        @Nullable String previousCursor,
        @Nullable String nextCursor,
        List<ObjectNode> resources) {

    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    public ListResponse {
        resources = List.copyOf(resources);
    }

    /** A page by index. */
    public static ListResponse indexed(long totalResults, int startIndex, List<ObjectNode> resources) {
        return new ListResponse(totalResults, startIndex, null, null, resources);
    }

    /** All there is, on one page. */
    public static ListResponse complete(List<ObjectNode> resources) {
        return indexed(resources.size(), 1, resources);
    }

    /** As it is answered. */
    public ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.putArray("schemas").add(SCHEMA);
        if (totalResults != null) {
            json.put("totalResults", totalResults);
        }
        json.put("itemsPerPage", resources.size());
        if (startIndex != null) {
            json.put("startIndex", startIndex);
        }
        if (previousCursor != null) {
            json.put("previousCursor", previousCursor);
        }
        if (nextCursor != null) {
            json.put("nextCursor", nextCursor);
        }
        json.putArray("Resources").addAll(resources);
        return json;
    }
}

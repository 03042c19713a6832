package org.keysteward.scim.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References to what other operations make: {@code bulkId:} and the other's bulkId (RFC 7644, section 3.7.2). */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("bulkId:([^\\s\"'/\\]]+)");
    private static final String PREFIX = "bulkId:";

    private References() {}

    /** The bulkIds that the operation refers to. */
    static Set<String> of(BulkOperation operation) {
        var found = new LinkedHashSet<String>();
        collect(operation.path(), found);
        if (operation.data() != null) {
            collect(operation.data(), found);
        }
        return found;
    }

    /** @param ids of resources, by the bulkIds of what has made them */
    static String resolved(String text, Map<String, String> ids) {
        return REFERENCE.matcher(text).replaceAll(match -> {
            var id = ids.get(match.group(1));
            return Matcher.quoteReplacement(id == null ? match.group() : id);
        });
    }

    /** A copy of the node in which references are ids. */
    static JsonNode resolved(JsonNode node, Map<String, String> ids) {
        if (node.isTextual()) {
            return node.textValue().contains(PREFIX) ? TextNode.valueOf(resolved(node.textValue(), ids)) : node;
        }
        if (node instanceof ArrayNode array) {
            var copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(resolved(element, ids)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            var copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), resolved(member.getValue(), ids)));
            return copy;
        }
        return node;
    }

    /** A copy without the values, and the elements of lists, that refer to one of these. */
    static ObjectNode without(ObjectNode data, Predicate<String> bulkId) {
        var copy = JsonNodeFactory.instance.objectNode();
        for (var member : data.properties()) {
            var value = member.getValue();
            if (value instanceof ArrayNode array) {
                var kept = copy.putArray(member.getKey());
                array.forEach(element -> {
                    if (!refers(element, bulkId)) {
                        kept.add(element);
                    }
                });
            } else if (value instanceof ObjectNode object && refers(object, bulkId) && !object.has("value")) {
                // An extension: what of it refers to nothing stays.
                copy.set(member.getKey(), without(object, bulkId));
            } else if (!refers(value, bulkId)) {
                copy.set(member.getKey(), value);
            }
        }
        return copy;
    }

    private static boolean refers(JsonNode node, Predicate<String> bulkId) {
        var found = new LinkedHashSet<String>();
        collect(node, found);
        return found.stream().anyMatch(bulkId);
    }

    private static void collect(JsonNode node, Set<String> found) {
        if (node.isTextual()) {
            collect(node.textValue(), found);
        }
        node.forEach(child -> collect(child, found));
    }

    private static void collect(String text, Set<String> found) {
        if (text.contains(PREFIX)) {
            var matcher = REFERENCE.matcher(text);
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
    }
}

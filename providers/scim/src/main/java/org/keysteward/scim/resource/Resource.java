package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a request says a resource is.
 *
 * @param content in the spelling and types of the schemas, with {@code schemas} and without what clients may not set
 * @param ignored attributes of no schema that the request had, such as {@code /name/nick}; each once, at most 100
 */
public record Resource(ObjectNode content, List<String> ignored) {
    public Resource {
        ignored = List.copyOf(ignored);
    }
}

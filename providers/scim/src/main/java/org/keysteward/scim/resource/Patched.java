package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A resource behind a PATCH.
 *
 * @param external what is still to be done to attributes whose values are kept elsewhere
 * @param ignored attributes of no schema, as of {@link Resource}
 * @param changed whether the resource is another one than before, or there is something external
 */
public record Patched(ObjectNode resource, List<ExternalChange> external, List<String> ignored, boolean changed) {
    public Patched {
        external = List.copyOf(external);
        ignored = List.copyOf(ignored);
    }
}

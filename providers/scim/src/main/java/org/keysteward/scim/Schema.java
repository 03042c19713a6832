package org.keysteward.scim;

import java.util.List;
import java.util.Optional;

/**
 * A named set of attributes (RFC 7643, section 7).
 *
 * @param id its URN
 */
public record Schema(String id, String name, String description, List<Attribute> attributes) {
    public Schema {
        attributes = List.copyOf(attributes);
        Attribute.requireDistinct(attributes);
    }

    /** By name, in any case. */
    public Optional<Attribute> attribute(String wanted) {
        return Attribute.named(attributes, wanted);
    }
}

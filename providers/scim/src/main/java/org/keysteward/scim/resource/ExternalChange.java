package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What PATCH does to an attribute whose values are kept elsewhere; in the order of the operations. */
public sealed interface ExternalChange {
    /** As the schema spells it. */
    String attribute();

    /**
     * Those of them that are not there yet.
     *
     * @param values at least one, each with a text {@code value}, each {@code value} once
     */
    record Add(String attribute, List<ObjectNode> values) implements ExternalChange {
        public Add {
            values = List.copyOf(values);
        }
    }

    /**
     * Those of them that are there.
     *
     * @param values the {@code value} of each, at least one, each once
     */
    record Remove(String attribute, List<String> values) implements ExternalChange {
        public Remove {
            values = List.copyOf(values);
        }
    }

    record RemoveAll(String attribute) implements ExternalChange {}

    /**
     * These and no others.
     *
     * @param values as of {@link Add}
     */
    record ReplaceAll(String attribute, List<ObjectNode> values) implements ExternalChange {
        public ReplaceAll {
            values = List.copyOf(values);
        }
    }
}

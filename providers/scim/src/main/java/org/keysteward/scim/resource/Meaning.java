package org.keysteward.scim.resource;

import org.keysteward.scim.AttributePath;
import org.keysteward.scim.Schema;

/** What a name in a body or in a list of attributes stands for. */
sealed interface Meaning {
    /** All attributes of the schema: the name is its URN. */
    record Whole(Schema schema) implements Meaning {}

    record Part(AttributePath path) implements Meaning {}
}

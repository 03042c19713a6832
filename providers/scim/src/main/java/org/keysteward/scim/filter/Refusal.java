package org.keysteward.scim.filter;

import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/** How a filter or a path is refused: with a sentence, and where the fault is. */
record Refusal(ScimType type) {
    /** @param position counted from 1 */
    ScimException at(int position, String sentence) {
        return ScimException.of(type, sentence + " (character " + position + ")");
    }

    ScimException at(Token token, String sentence) {
        return at(token.position(), sentence);
    }
}

package org.keysteward.scim.filter;

import java.util.List;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.ScimException;

/**
 * The attributes of several types: the first type that has one of the name says what it is.
 *
 * @param types at least one
 */
record NamesOfMany(List<? extends Names> types, Refusal refusal) implements Names {
    @Override
    public AttributePath path(Token word) throws ScimException {
        for (var names : types) {
            try {
                return names.path(word);
            } catch (ScimException e) {
                // Another type may have it.
            }
        }
        throw refusal.at(word, "No type of resources has an attribute " + word.quoted());
    }
}

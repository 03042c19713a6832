package org.keysteward.scim.filter;

import org.keysteward.scim.AttributePath;
import org.keysteward.scim.ScimException;

/**
 * The names inside the brackets of {@code emails[type eq "work"]}: sub-attributes; of elements that have none, {@code
 * value} is the element itself.
 *
 * @param attribute the one before the brackets
 */
record ElementNames(AttributePath attribute, Refusal refusal) implements Names {
    @Override
    public AttributePath path(Token word) throws ScimException {
        if (!attribute.attribute().isComplex() && word.isWord("value")) {
            return attribute;
        }
        var sub = attribute
                .attribute()
                .subAttribute(word.text())
                .orElseThrow(() -> refusal.at(word, attribute + " has no sub-attribute " + word.quoted()));
        return new AttributePath(attribute.extension(), attribute.attribute(), sub);
    }
}

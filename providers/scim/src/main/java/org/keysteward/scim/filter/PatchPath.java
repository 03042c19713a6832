package org.keysteward.scim.filter;

import org.jspecify.annotations.Nullable;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.Schema;

/** What an operation of PATCH is about (RFC 7644, section 3.5.2). */
public sealed interface PatchPath {
    /** All of an extension: its URN and nothing behind it. */
    record OfExtension(Schema extension) implements PatchPath {}

    /**
     * An attribute, one of its sub-attributes, or elements of it.
     *
     * @param attribute with the sub-attribute, where the path names one
     * @param elements which elements, as {@code inside} of {@link Filter.Element}; null for the attribute as a whole. Of
     *     an attribute that is not complex, its paths lead to the attribute and mean one value.
     */
    record OfAttribute(AttributePath attribute, @Nullable Filter elements) implements PatchPath {}
}

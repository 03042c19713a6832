package org.keysteward.scim;

import org.jspecify.annotations.Nullable;

/**
 * One attribute of a resource type, or one sub-attribute (RFC 7644, section 3.10).
 *
 * @param extension the extension that has the attribute, or null for the type's own schema and common attributes
 * @param sub the sub-attribute, or null for the attribute as a whole
 */
public record AttributePath(
        @Nullable Schema extension,
        Attribute attribute,
        @Nullable Attribute sub) {
    public static AttributePath of(Attribute attribute) {
        return new AttributePath(null, attribute, null);
    }

    /** What it leads to: the sub-attribute where there is one. */
    public Attribute leaf() {
        return sub == null ? attribute : sub;
    }

    /** As a request may spell it; the names in the schema's case. */
    @Override
    public String toString() {
        var name = sub == null ? attribute.name() : attribute.name() + "." + sub.name();
        return extension == null ? name : extension.id() + ":" + name;
    }
}

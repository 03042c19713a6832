package org.keysteward.scim.resource;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.CoreSchemas;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/** A list of attributes that a request names. */
final class Selection {
    private static final int MAX_LENGTH = 16_384;
    /** The type's own schema. */
    private static final String OWN = "";

    /** URNs of extensions, and {@link #OWN}. */
    private final Set<String> schemas = new HashSet<>();
    /** Attributes, as their paths write themselves. */
    private final Set<String> whole = new HashSet<>();
    /** Likewise: sub-attributes, and the attributes that these are of. */
    private final Set<String> partly = new HashSet<>();

    private Selection() {}

    static Selection nothing() {
        return new Selection();
    }

    /** Empty for a list that is not given. */
    static Optional<Selection> of(@Nullable String list, AttributeNames names) throws ScimException {
        if (list == null || list.isBlank()) {
            return Optional.empty();
        }
        if (list.length() > MAX_LENGTH) {
            throw ScimException.of(
                    ScimType.INVALID_VALUE, "The list of attributes is longer than " + MAX_LENGTH + " characters");
        }
        var selection = new Selection();
        for (var name : list.split(",", -1)) {
            names.meaning(name.strip()).ifPresent(meaning -> selection.add(meaning, names));
        }
        return Optional.of(selection);
    }

    /** Whether all of the attribute is in the list, by itself or with its schema. */
    boolean contains(AttributePath attribute) {
        return !isEmpty()
                && (whole.contains(attribute.toString())
                        || (!isCommon(attribute) && schemas.contains(schema(attribute))));
    }

    /** Whether the list names it, or a sub-attribute of it; its schema is not enough. */
    boolean names(AttributePath path) {
        return !isEmpty() && (whole.contains(path.toString()) || partly.contains(path.toString()));
    }

    /** As nearly all are: a page asks of thousands of attributes, and no path has to be written out for that. */
    private boolean isEmpty() {
        return schemas.isEmpty() && whole.isEmpty() && partly.isEmpty();
    }

    private void add(Meaning meaning, AttributeNames names) {
        if (meaning instanceof Meaning.Whole all) {
            var extension = names.extension(all.schema());
            schemas.add(extension == null ? OWN : extension.id());
        } else if (meaning instanceof Meaning.Part part) {
            add(part.path());
        }
    }

    private void add(AttributePath path) {
        if (path.sub() == null) {
            whole.add(path.toString());
            return;
        }
        partly.add(path.toString());
        partly.add(new AttributePath(path.extension(), path.attribute(), null).toString());
    }

    private static String schema(AttributePath attribute) {
        return attribute.extension() == null ? OWN : attribute.extension().id();
    }

    private static boolean isCommon(AttributePath attribute) {
        return attribute.extension() == null && CoreSchemas.COMMON.contains(attribute.attribute());
    }
}

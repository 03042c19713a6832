package org.keysteward.scim.resource;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/** Attributes of no schema: refused in strict mode, else collected (RFC 7644, section 3.3, allows to ignore them). */
final class UnknownAttributes {
    private static final int MAX_COLLECTED = 100;
    private static final int MAX_NAME_LENGTH = 200;

    private final boolean strict;
    private final Set<String> names = new LinkedHashSet<>();

    UnknownAttributes(boolean strict) {
        this.strict = strict;
    }

    /** @param where that it is in, empty for the resource itself */
    void add(String where, String name) throws ScimException {
        var pointer = shortened(where + "/" + name.replace("~", "~0").replace("/", "~1"));
        if (strict) {
            throw ScimException.of(ScimType.INVALID_SYNTAX, "No schema has the attribute " + pointer);
        }
        if (names.size() < MAX_COLLECTED) {
            names.add(pointer);
        }
    }

    boolean isStrict() {
        return strict;
    }

    List<String> names() {
        return new ArrayList<>(names);
    }

    private static String shortened(String pointer) {
        return pointer.length() <= MAX_NAME_LENGTH ? pointer : pointer.substring(0, MAX_NAME_LENGTH);
    }
}

package org.keysteward.scim.resource;

import java.util.regex.Pattern;
import org.keysteward.scim.ResourceType;

/** Paths that are well-formed but lead to attributes of no schema; the parser does not tell these from broken ones. */
final class UnknownPaths {
    private static final int MAX_LENGTH = 1_000;
    private static final String NAME = "[A-Za-z$][\\w$-]*";
    private static final Pattern PATH = Pattern.compile(
            "(?<attribute>(?:urn:[^\\[\\]\\s\"]+:)?" + NAME + "(?:\\." + NAME + ")?)(?:\\[.+\\](?:\\.(?<sub>" + NAME
                    + "))?)?",
            Pattern.CASE_INSENSITIVE);

    private final AttributeNames names;

    UnknownPaths(ResourceType type) {
        names = new AttributeNames(type);
    }

    boolean contain(String path) {
        if (path.length() > MAX_LENGTH) {
            return false;
        }
        var matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return false;
        }
        var meaning = names.meaning(matcher.group("attribute"));
        if (meaning.isEmpty()) {
            return true;
        }
        var sub = matcher.group("sub");
        return sub != null
                && meaning.get() instanceof Meaning.Part part
                && part.path().attribute().isComplex()
                && part.path().attribute().subAttribute(sub).isEmpty();
    }
}

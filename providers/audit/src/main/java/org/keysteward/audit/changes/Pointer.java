package org.keysteward.audit.changes;

import java.util.Arrays;
import java.util.List;

/** JSON pointers (RFC 6901). */
public final class Pointer {
    private static final String ALL = "";
    private static final String SEPARATOR = "/";

    private Pointer() {}

    /** @param tokens names of members and places in lists; none for the whole document */
    public static String of(String... tokens) {
        var pointer = ALL;
        for (var token : tokens) {
            pointer = below(pointer, token);
        }
        return pointer;
    }

    static String below(String pointer, String token) {
        return pointer + SEPARATOR + token.replace("~", "~0").replace("/", "~1");
    }

    static List<String> tokens(String pointer) {
        if (pointer.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(pointer.substring(1).split(SEPARATOR, -1))
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList();
    }
}

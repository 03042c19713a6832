package org.keysteward.roles.keycloak;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.keycloak.ProblemException;

/** Reads query parameters that several lists have. */
final class Searches {
    private Searches() {}

    /** In lower case; empty where nothing is searched for. */
    static String of(@Nullable String search, int maxLength) {
        if (search == null) {
            return "";
        }
        if (search.length() > maxLength) {
            throw new ProblemException(
                    Problem.invalidField("?search", "At most " + maxLength + " characters can be searched for."));
        }
        return search.strip().toLowerCase(Locale.ROOT);
    }

    static boolean flag(String name, @Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw new ProblemException(Problem.invalidField("?" + name, "This is true or false."));
    }
}

package org.keysteward.tenants.keycloak;

import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.keycloak.ProblemException;

/** Query parameters that are yes or no. */
final class Flags {
    private Flags() {}

    /** What is left out is no; what is neither yes nor no is refused, or a slip would delete something. */
    static boolean of(String name, @Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw new ProblemException(Problem.invalidField("?" + name, name + " is true or false."));
    }
}

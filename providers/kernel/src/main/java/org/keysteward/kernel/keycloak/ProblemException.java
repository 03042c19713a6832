package org.keysteward.kernel.keycloak;

import jakarta.ws.rs.WebApplicationException;
import org.keysteward.kernel.Problem;

/** Ends a request with a problem; whatever the request did is rolled back. */
public final class ProblemException extends WebApplicationException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.type().title() + ": " + problem.detail(), problem.type().status());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}

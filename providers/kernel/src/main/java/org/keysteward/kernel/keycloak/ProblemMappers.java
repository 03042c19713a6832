package org.keysteward.kernel.keycloak;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.AccessDeniedException;
import org.keysteward.kernel.Problem;

/** Where our own exceptions become problems. They are mapped for the whole server, so no foreign type is. */
final class ProblemMappers {
    private ProblemMappers() {}

    private static Response refuse(@Nullable KeycloakSession session, Problem problem) {
        if (session == null) {
            throw new IllegalStateException("A problem outside a request: " + problem.detail());
        }
        session.getTransactionManager().setRollbackOnly();
        return ProblemResponses.of(session, problem);
    }

    /** A resource ended the request. */
    @Provider
    public static final class OfProblem implements ExceptionMapper<ProblemException> {
        @Context
        @Nullable KeycloakSession session;

        @Override
        public Response toResponse(ProblemException exception) {
            return refuse(session, exception.problem());
        }
    }

    /** An actor lacked a permission. */
    @Provider
    public static final class OfAccessDenied implements ExceptionMapper<AccessDeniedException> {
        @Context
        @Nullable KeycloakSession session;

        @Override
        public Response toResponse(AccessDeniedException exception) {
            if (session != null) {
                new Denials(session).record(exception);
            }
            return refuse(session, exception.problem());
        }
    }
}

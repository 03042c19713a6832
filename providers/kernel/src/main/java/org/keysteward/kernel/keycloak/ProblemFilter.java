package org.keysteward.kernel.keycloak;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;

/**
 * Turns what Keycloak and JAX-RS refuse below our doors (an unknown path, a method, a media type, a fault) into the
 * one form of error that the API has. Every response of the server passes here: those of others leave at once.
 */
@Provider
public final class ProblemFilter implements ContainerResponseFilter {
    private static final String OURS = "/keysteward/";
    /** Behind {@link #OURS}: the API, or a protocol. */
    private static final Pattern VERSIONED =
            Pattern.compile("/keysteward/(?:tenants/[^/]+/)?(?:[^/]+/)?v[0-9]+(?:/|$)");

    @Context
    @Nullable KeycloakSession session;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (session == null
                || response.getStatus() < 400
                || !isOurs(request.getUriInfo().getPath())
                || isProblem(session, response.getMediaType())
                || response.getEntity() instanceof ProtocolError) {
            return;
        }
        var problem = problem(response.getStatus());
        response.setStatus(ProblemResponses.status(session, problem));
        response.setEntity(ProblemResponses.body(session, problem));
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, ProblemResponses.mediaType(session));
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.type().equals(ProblemType.UNAUTHENTICATED)) {
            response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, ProblemResponses.challenge(session));
        }
    }

    private static boolean isOurs(String path) {
        return path.contains(OURS) && VERSIONED.matcher(path).find();
    }

    private static boolean isProblem(KeycloakSession session, @Nullable MediaType type) {
        return type != null && type.toString().startsWith(ProblemResponses.mediaType(session));
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 400 -> Problem.of(ProblemType.MALFORMED_REQUEST, "The request cannot be read.");
            case 401 -> Problem.of(ProblemType.UNAUTHENTICATED, "Send a valid access token as a bearer token.");
            case 403 -> Problem.of(ProblemType.FORBIDDEN, "This is not allowed from here.");
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "There is nothing at this path.");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This path does not know this method.");
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, "Only application/json is produced here.");
            case 409 -> Problem.of(ProblemType.CONFLICT, "Somebody else changed this at the same time; try again.");
            case 413 -> Problem.of(ProblemType.TOO_LARGE, "The body is larger than the server reads.");
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
            case 503 -> Problem.of(ProblemType.UNAVAILABLE, "The server cannot answer now; try again later.");
            default ->
                Problem.of(
                        ProblemType.INTERNAL,
                        "Something went wrong in the server; its log has more under this request id.");
        };
    }
}

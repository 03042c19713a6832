package org.keysteward.roles.client.jaxrs;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Function;
import org.keysteward.roles.client.AccessToken;
import org.keysteward.roles.client.MissingTokenException;
import org.keysteward.roles.client.PermissionDeniedException;
import org.keysteward.roles.client.Permissions;
import org.keysteward.roles.client.Requirement;
import org.keysteward.roles.client.UndecidedException;

/** Stands before one resource method. */
final class PermissionFilter implements ContainerRequestFilter {
    private static final System.Logger LOG = System.getLogger(PermissionFilter.class.getName());
    private static final Long RETRY_AFTER_SECONDS = 1L;

    private final Permissions permissions;
    private final Function<ContainerRequestContext, Optional<AccessToken>> tokens;
    private final Requirement required;

    PermissionFilter(
            Permissions permissions,
            Function<ContainerRequestContext, Optional<AccessToken>> tokens,
            Requirement required) {
        this.permissions = permissions;
        this.tokens = tokens;
        this.required = required;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            require(request);
        } catch (MissingTokenException e) {
            // With a challenge: RFC 9110, section 15.5.2.
            throw new NotAuthorizedException(
                    Response.status(Response.Status.UNAUTHORIZED)
                            .header("WWW-Authenticate", "Bearer")
                            .build(),
                    e);
        } catch (PermissionDeniedException e) {
            throw new ForbiddenException(e.getMessage(), e);
        } catch (UndecidedException e) {
            LOG.log(Level.WARNING, "Whether " + required.permission() + " is permitted could not be decided", e);
            throw new ServiceUnavailableException(RETRY_AFTER_SECONDS, e);
        }
    }

    private void require(ContainerRequestContext request) {
        var token = tokens.apply(request).orElseThrow(MissingTokenException::new);
        var parameters = request.getUriInfo().getPathParameters();
        var check = required.check(parameters::getFirst)
                .orElseThrow(() -> new PermissionDeniedException(required.permission()));
        permissions.require(token, check);
    }
}

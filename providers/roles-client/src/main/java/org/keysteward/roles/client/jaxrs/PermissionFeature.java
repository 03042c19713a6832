package org.keysteward.roles.client.jaxrs;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Optional;
import java.util.function.Function;
import org.keysteward.roles.client.AccessToken;
import org.keysteward.roles.client.Permissions;
import org.keysteward.roles.client.Requirement;

/**
 * Puts a filter before each resource method that {@link org.keysteward.roles.client.RequiresPermission} stands on, and
 * before no other. A method that nothing stands on is open: annotate types, so that none is forgotten.
 *
 * <p>The filter runs at {@link Priorities#AUTHORIZATION} and throws: 401 {@link
 * jakarta.ws.rs.NotAuthorizedException}, 403 {@link jakarta.ws.rs.ForbiddenException}, 503 {@link
 * jakarta.ws.rs.ServiceUnavailableException}. An application's exception mappers decide what is in the answer.
 */
public final class PermissionFeature implements DynamicFeature {
    private final Permissions permissions;
    private final Function<ContainerRequestContext, Optional<AccessToken>> tokens;

    /** @param tokens the request's token, <strong>verified</strong> by then; empty where nobody is signed in */
    public PermissionFeature(Permissions permissions, Function<ContainerRequestContext, Optional<AccessToken>> tokens) {
        this.permissions = permissions;
        this.tokens = tokens;
    }

    /** @throws IllegalArgumentException where an annotation has not its form: the application does not start */
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Requirement.of(resource.getResourceClass(), resource.getResourceMethod())
                .ifPresent(required -> context.register(
                        new PermissionFilter(permissions, tokens, required), Priorities.AUTHORIZATION));
    }
}

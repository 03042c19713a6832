package org.keysteward.roles.client;

import java.util.List;

/**
 * Says what somebody may do. Tokens are {@linkplain AccessToken verified by the application}.
 *
 * <p>Each method may throw a {@link MissingTokenException} for a token that has expired, and an {@link
 * UndecidedException} where it cannot be decided. Nothing is permitted then.
 */
public interface Permissions {
    /** How many checks there may be at once. */
    int MOST_AT_ONCE = 1000;

    /**
     * Whether the token's user may. A check without a tenant permits nothing where the token is not for a single
     * organization.
     */
    default boolean permits(AccessToken token, PermissionCheck check) {
        return permitsEach(token, List.of(check)).get(0);
    }

    /**
     * The answers to all checks, in their order, with one request to the server at most.
     *
     * @throws IllegalArgumentException where there are more than {@value #MOST_AT_ONCE}
     */
    List<Boolean> permitsEach(AccessToken token, List<PermissionCheck> checks);

    /** @throws PermissionDeniedException where it is not permitted */
    default void require(AccessToken token, PermissionCheck check) {
        if (!permits(token, check)) {
            throw new PermissionDeniedException(check.permission());
        }
    }
}

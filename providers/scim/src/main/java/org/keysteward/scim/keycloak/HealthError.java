package org.keysteward.scim.keycloak;

import org.jspecify.annotations.Nullable;

/**
 * A request of a connection that failed.
 *
 * @param at milliseconds since the epoch
 * @param scimType null where SCIM has no word for it
 * @param detail as it was answered
 */
record HealthError(
        String connection,
        long at,
        String requestId,
        String operation,
        int status,
        @Nullable String scimType,
        String detail) {}

package org.keysteward.scim.resource;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a server supports and how much of it (RFC 7643, section 5).
 *
 * @param maxOperations of one bulk request
 * @param maxPayloadSize of one bulk request, in bytes
 * @param maxResults on one page
 * @param defaultPageSize where a client does not say how many
 * @param cursorTimeout how long a cursor can be used
 */
public record ServiceProvider(
        int maxOperations,
        int maxPayloadSize,
        int maxResults,
        int defaultPageSize,
        Duration cursorTimeout,
        boolean changesPasswords,
        @Nullable String documentationUri) {}

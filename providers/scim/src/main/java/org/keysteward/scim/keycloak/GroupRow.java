package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A group as the database has it, without its members.
 *
 * @param modified milliseconds since the epoch
 * @param content what only SCIM knows; empty where it never wrote
 * @param owner the source that made the group; null where none of this scope did
 * @param version counts the changes of members; 0 where SCIM never wrote
 * @param externalId of the calling source
 */
record GroupRow(
        String id,
        String name,
        long created,
        long modified,
        ObjectNode content,
        @Nullable String owner,
        int version,
        @Nullable String externalId) {}

package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user as the database has it: of Keycloak's columns and of ours.
 *
 * @param active whether the person may sign in, and in a tenant, is not suspended there
 * @param modified milliseconds since the epoch
 * @param content what only SCIM knows; empty where it never wrote
 * @param owner the source that made the user; null where none of this scope did
 * @param externalId of the calling source
 * @param groups of the scope that the user is in; null where they were not read along
 */
record UserRow(
        String id,
        String userName,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        boolean active,
        long created,
        long modified,
        ObjectNode content,
        @Nullable String owner,
        @Nullable String externalId,
        @Nullable List<GroupRef> groups) {}

package org.keysteward.scim.keycloak;

import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.keycloak.ApiBody;

/**
 * What a connection takes over.
 *
 * @param from the id of another connection of the same tenant, or realm, be it there or removed
 */
public record AdoptBody(@Nullable String from) implements ApiBody {
    private static final int MAX_LENGTH = 36;

    @Override
    public void validate(FieldErrors errors) {
        if (from == null || from.isBlank() || from.length() > MAX_LENGTH) {
            errors.add("/from", "The id of the connection whose users and groups are taken over.");
        }
    }

    String connection() {
        return String.valueOf(from);
    }
}

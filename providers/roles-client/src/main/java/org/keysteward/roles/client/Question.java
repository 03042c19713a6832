package org.keysteward.roles.client;

import java.util.Optional;

/** What the server is asked: a check whose tenant is known. */
record Question(String tenant, String permission, String path) {
    /** Empty where there is no tenant to ask about. */
    static Optional<Question> of(AccessToken token, PermissionCheck check) {
        var tenant = check.tenant() == null ? token.tenant() : Optional.of(check.tenant());
        return tenant.map(alias -> new Question(alias, check.permission(), check.path()));
    }
}

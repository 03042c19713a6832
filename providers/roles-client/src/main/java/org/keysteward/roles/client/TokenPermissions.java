package org.keysteward.roles.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a token says of permissions in a whole tenant. */
final class TokenPermissions {
    private TokenPermissions() {}

    /** Empty where it does not say: for lack of room, because nobody configured it, or in a form that is not known. */
    static Optional<Boolean> permits(AccessToken token, String tenant, String permission) {
        return grants(token, tenant).map(grants -> Grants.permit(grants, permission));
    }

    private static Optional<List<String>> grants(AccessToken token, String tenant) {
        var facts = token.of(tenant);
        var omitted = facts.get("permissions_omitted");
        // Fails closed: whatever stands there that is not a clear no is a reason to ask.
        if ((omitted != null && !omitted.equals(false)) || !(facts.get("permissions") instanceof Collection<?> said)) {
            return Optional.empty();
        }
        var grants = new ArrayList<String>(said.size());
        for (var one : said) {
            if (!(one instanceof String grant)) {
                return Optional.empty();
            }
            grants.add(grant);
        }
        return Optional.of(grants);
    }
}

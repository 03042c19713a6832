package org.keysteward.roles.keycloak;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who would gain and lose what.
 *
 * @param affected how many people gain or lose something
 * @param truncated whether more hold the role than were looked at
 */
public record ImpactView(List<Of> gains, List<Of> loses, int affected, boolean truncated) {
    /** @param permissions keys, and wildcards */
    public record Of(
            String userId,
            @Nullable String username,
            @Nullable String tenant,
            List<String> permissions) {}
}

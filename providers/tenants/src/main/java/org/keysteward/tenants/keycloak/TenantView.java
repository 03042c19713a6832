package org.keysteward.tenants.keycloak;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant.
 *
 * @param deletion present once it is deleted, and while it can be restored
 * @param ownerlessSince when it was noticed that its last owner is gone; absent while there is one, or never was
 * @param redirectUrl where somebody who accepts an invitation is led; the account console where absent
 * @param role the caller's own role in it; absent for an administrator who is no member
 */
public record TenantView(
        String id,
        String alias,
        String name,
        boolean enabled,
        @Nullable String redirectUrl,
        List<DomainView> domains,
        @Nullable LicenseView license,
        @Nullable String role,
        @Nullable String ownerlessSince,
        @Nullable DeletionView deletion) {
    /** A domain that the tenant claims; only a verified one gives it any power. */
    public record DomainView(String name, boolean verified) {}
}

package org.keysteward.tenants.keycloak;

import org.jspecify.annotations.Nullable;

/**
 * A member of a tenant.
 *
 * @param id the user's id
 * @param role {@code owner}, {@code admin}, {@code member} or {@code viewer}
 * @param status {@code active} or {@code suspended}
 * @param membershipType {@code managed} where the tenant's identity provider brought the user, else {@code unmanaged}
 */
public record MemberView(
        String id,
        String username,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        String role,
        String status,
        String membershipType) {}

package org.keysteward.tenants.keycloak;

import org.jspecify.annotations.Nullable;

/**
 * An invitation that was neither accepted nor taken back.
 *
 * @param role what its addressee becomes
 * @param state {@code pending} or {@code expired}
 * @param mail {@code queued}, {@code sent} or {@code failed}; {@code sent} for those of Keycloak's own console
 * @param invitedBy the id of who invited; absent for those of Keycloak's own console
 */
public record InvitationView(
        String id,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        String role,
        String state,
        String mail,
        @Nullable String invitedBy,
        String createdAt,
        String expiresAt) {}

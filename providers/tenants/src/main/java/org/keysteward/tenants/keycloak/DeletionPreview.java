package org.keysteward.tenants.keycloak;

import java.util.List;

/**
 * What goes with a tenant.
 *
 * @param managedUsers members whose accounts the tenant manages: Keycloak deletes those accounts too
 * @param holds why it cannot be deleted now; nothing goes while there is one
 * @param finalAt when it would be final, were it deleted now
 */
public record DeletionPreview(
        String alias,
        long members,
        long managedUsers,
        long invitations,
        List<String> domains,
        List<String> identityProviders,
        List<String> holds,
        String finalAt) {}

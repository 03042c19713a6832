package org.keysteward.scim.keycloak;

import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.TenantRef;

/**
 * Whose users and groups a request is about: the realm's, or one tenant's.
 *
 * @param tenant null for the realm
 */
record Scope(String realmId, @Nullable TenantRef tenant) {
    /** Under this, rows are kept: the id of the tenant, or of the realm. */
    String id() {
        return tenant == null ? realmId : tenant.id();
    }

    /** Empty for the realm. */
    String tenantId() {
        return tenant == null ? ScimEntities.WHOLE_REALM : tenant.id();
    }
}

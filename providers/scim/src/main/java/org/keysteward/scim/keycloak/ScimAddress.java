package org.keysteward.scim.keycloak;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.urls.UrlType;
import org.keysteward.kernel.TenantRef;

/** Where a SCIM server is, as its clients see it. */
record ScimAddress(KeycloakSession session, @Nullable TenantRef tenant) {
    /** Without a slash at the end. */
    String base() {
        return base(session, tenant == null ? null : tenant.alias());
    }

    /**
     * Without a slash at the end.
     *
     * @param alias of a tenant, whether there is one or not; null for the realm
     */
    static String base(KeycloakSession session, @Nullable String alias) {
        var builder = session.getContext()
                .getUri(UrlType.FRONTEND)
                .getBaseUriBuilder()
                .path("realms")
                .path(session.getContext().getRealm().getName())
                .path("keysteward");
        if (alias != null) {
            builder.path("tenants").path(alias);
        }
        return builder.path("scim/v2").build().toString();
    }

    String of(String endpoint, String id) {
        return base() + endpoint + "/" + id;
    }
}

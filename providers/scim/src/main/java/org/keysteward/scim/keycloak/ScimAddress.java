package org.keysteward.scim.keycloak;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.urls.UrlType;
import org.keysteward.kernel.TenantRef;

/**
 * Where a SCIM server is, as its clients see it: made once for an answer, which may say it of hundreds of resources.
 *
 * @param base without a slash at the end
 */
record ScimAddress(String base) {
    static ScimAddress of(KeycloakSession session, @Nullable TenantRef tenant) {
        return of(session, tenant == null ? null : tenant.alias());
    }

    /** @param alias of a tenant, whether there is one or not; null for the realm */
    static ScimAddress of(KeycloakSession session, @Nullable String alias) {
        var builder = session.getContext()
                .getUri(UrlType.FRONTEND)
                .getBaseUriBuilder()
                .path("realms")
                .path(session.getContext().getRealm().getName())
                .path("keysteward");
        if (alias != null) {
            builder.path("tenants").path(alias);
        }
        return new ScimAddress(builder.path("scim/v2").build().toString());
    }

    String of(String endpoint, String id) {
        return base + endpoint + "/" + id;
    }
}

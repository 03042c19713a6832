package org.keysteward.kernel;

import java.util.Objects;

/**
 * A tenant: a Keycloak organization with a license.
 *
 * @param id the organization's id; what is stored
 * @param alias the organization's alias, immutable in Keycloak; what appears in paths and tokens
 */
public record TenantRef(String id, String alias) {
    public TenantRef {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(alias, "alias");
    }
}

/** Keycloak's side of tenants: organizations, rows, listeners and resources. */
@NullMarked
package org.keysteward.tenants.keycloak;

import org.jspecify.annotations.NullMarked;

/** Keycloak's side of the audit trail: events, rows, the sealer and resources. */
@NullMarked
package org.keysteward.audit.keycloak;

import org.jspecify.annotations.NullMarked;

/** Keycloak's side of the kernel: doors, credentials, storage, cluster and start-up. */
@NullMarked
package org.keysteward.kernel.keycloak;

import org.jspecify.annotations.NullMarked;

/**
 * Calls Keycloak's model directly, where no REST resource of stock Keycloak would: the integration tests prove with it
 * that nothing slips by the seat limit.
 *
 * <p><strong>It asks nobody for a token. It must never be deployed anywhere but in the integration tests.</strong>
 */
@NullMarked
package org.keysteward.probe;

import org.jspecify.annotations.NullMarked;

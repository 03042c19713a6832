/**
 * Tenants limited by a license. A {@link org.keysteward.tenants.Plan} says what a tenant may use, a {@link
 * org.keysteward.tenants.License} gives a plan to one tenant and decides, by a {@link
 * org.keysteward.tenants.Reservation}, whether one more of anything fits. What a member may do comes from a {@link org.keysteward.tenants.TenantRole}.
 *
 * <p>Pure: {@code org.keysteward.tenants.keycloak} is the adapter.
 */
@NullMarked
package org.keysteward.tenants;

import org.jspecify.annotations.NullMarked;

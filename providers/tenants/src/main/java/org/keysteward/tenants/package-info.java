/**
 * Tenants limited by a license. A {@link org.keysteward.tenants.Plan} says what a tenant may use, a {@link
 * org.keysteward.tenants.License} gives a plan to one tenant, and {@link org.keysteward.tenants.SeatLimit} decides
 * whether one more member fits. What a member may do comes from a {@link org.keysteward.tenants.TenantRole}.
 *
 * <p>Pure: {@code org.keysteward.tenants.keycloak} is the adapter.
 */
@NullMarked
package org.keysteward.tenants;

import org.jspecify.annotations.NullMarked;

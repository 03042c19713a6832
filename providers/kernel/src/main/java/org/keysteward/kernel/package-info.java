/**
 * The words that every capability shares: who acts ({@link org.keysteward.kernel.Actor}), on which tenant ({@link
 * org.keysteward.kernel.TenantRef}), what is said when it cannot be done ({@link org.keysteward.kernel.Problem}), and
 * what is remembered of it ({@link org.keysteward.kernel.AuditTrail}).
 *
 * <p>Pure: no type of Keycloak, JAX-RS or JPA appears here; {@code org.keysteward.kernel.keycloak} is the adapter.
 */
@NullMarked
package org.keysteward.kernel;

import org.jspecify.annotations.NullMarked;

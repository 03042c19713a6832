/**
 * What happened, who did it, and the proof that nobody changed the record since.
 *
 * <p>Pure: {@code org.keysteward.audit.keycloak} is the adapter. docs/audit-format.md says what is written.
 */
@NullMarked
package org.keysteward.audit;

import org.jspecify.annotations.NullMarked;

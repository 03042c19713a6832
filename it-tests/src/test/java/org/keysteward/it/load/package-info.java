/**
 * {@code mvn -Pload}: what the bundle costs. The same requests go to stock servers and to one with the bundle, in turn.
 *
 * <p>Words: a <em>variant</em> is a server with or without the bundle; a <em>block</em> is a handful of requests of each
 * scenario to each variant, and the median of these is one sample; a <em>round</em> starts all variants, runs several blocks of
 * each, and stops them; the <em>spread</em> is how much two stock servers differ from each other, and a difference
 * inside it says nothing about the bundle.
 *
 * <p>Entry points: {@link org.keysteward.it.load.Load}, {@link org.keysteward.it.load.Scale}; of the audit trail {@link
 * org.keysteward.it.load.AuditScale}, {@link org.keysteward.it.load.AuditSignIn}, {@link
 * org.keysteward.it.load.AuditFlood} and {@link org.keysteward.it.load.AuditPurge}; of roles {@link
 * org.keysteward.it.load.RoleDecisions}; of provisioning {@link org.keysteward.it.load.ScimProvisioning}.
 */
@NullMarked
package org.keysteward.it.load;

import org.jspecify.annotations.NullMarked;

/** The audit trail, as auditors, attackers and the database see it. */
@NullMarked
package org.keysteward.it.audit;

import org.jspecify.annotations.NullMarked;

/**
 * Questions to the audit trail, before they reach a database: filters, buckets of a summary, what a caller is shown of a
 * record, and what a live tail leaves out. Start with {@link org.keysteward.audit.query.AuditFilter}.
 */
@NullMarked
package org.keysteward.audit.query;

import org.jspecify.annotations.NullMarked;

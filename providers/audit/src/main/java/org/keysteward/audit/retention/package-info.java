/**
 * How long records are kept. A {@link org.keysteward.audit.retention.RetentionPolicy} says when one's time is over,
 * {@link org.keysteward.audit.retention.HeldSubjects} what is kept beyond that, and {@link
 * org.keysteward.audit.retention.ExpiredRecords} what is signed about those that have become tombstones.
 */
@NullMarked
package org.keysteward.audit.retention;

import org.jspecify.annotations.NullMarked;

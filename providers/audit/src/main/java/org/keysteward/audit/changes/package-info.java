/**
 * What is different after something was changed. {@link org.keysteward.audit.changes.Difference} compares two JSON trees
 * of Java collections, {@link org.keysteward.audit.changes.Redaction} takes secrets out of what it found, {@link
 * org.keysteward.audit.changes.Personal} says which of it tells who somebody is, and {@link
 * org.keysteward.audit.changes.Values} keeps it small. In this order: a changed secret is a change.
 */
@NullMarked
package org.keysteward.audit.changes;

import org.jspecify.annotations.NullMarked;

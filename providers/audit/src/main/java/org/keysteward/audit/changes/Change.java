package org.keysteward.audit.changes;

import org.jspecify.annotations.Nullable;

/**
 * One value that is another one now.
 *
 * @param pointer where (RFC 6901)
 * @param before null for something that was not there
 * @param after null for something that is no longer there
 * @param beforeUnknown what was there could not be read in time; {@code before} is null and says nothing
 */
public record Change(
        String pointer, @Nullable Object before, @Nullable Object after, boolean beforeUnknown) {
    public Change {
        if (beforeUnknown && before != null) {
            throw new IllegalArgumentException("what was before is known at " + pointer);
        }
    }

    public Change(String pointer, @Nullable Object before, @Nullable Object after) {
        this(pointer, before, after, false);
    }

    /** The same, if nobody could say what was there before. */
    public Change withoutBefore() {
        return new Change(pointer, null, after, true);
    }
}

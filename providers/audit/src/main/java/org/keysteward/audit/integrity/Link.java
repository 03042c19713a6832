package org.keysteward.audit.integrity;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a row until its checkpoint comes.
 *
 * @param holds whether its content gives its hash, given the hash of the row in front of it
 * @param namedSeq the place that its content names
 * @param covered whether it has content, or a retention checkpoint says why it has none
 */
record Link(
        long seq,
        Hash hash,
        boolean tombstone,
        boolean holds,
        boolean covered,
        boolean disclosuresHold,
        @Nullable Long namedSeq,
        @Nullable String id) {
    static Link of(Row row, Hash previous, boolean covered) {
        return new Link(
                row.seq(),
                row.hash(),
                row.isTombstone(),
                row.follows(previous),
                covered || !row.isTombstone(),
                row.disclosuresHold(),
                row.namedSeq(),
                row.id());
    }

    boolean isElsewhere() {
        return namedSeq != null && namedSeq != seq;
    }

    /** How far behind its place it says that it belongs. */
    long shift() {
        return namedSeq == null ? 0 : namedSeq - seq;
    }
}

package org.keysteward.audit.integrity;

/**
 * Records one behind the other.
 *
 * @param first at least 1
 * @param last not before the first
 */
public record SeqRange(long first, long last) {
    /** @throws IllegalArgumentException for a range that is backwards or begins before 1 */
    public SeqRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("A range of records begins with 1 or later and is not backwards.");
        }
    }

    public boolean contains(long seq) {
        return first <= seq && seq <= last;
    }
}

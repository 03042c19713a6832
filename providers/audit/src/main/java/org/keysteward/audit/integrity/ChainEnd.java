package org.keysteward.audit.integrity;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a chain's end apart from its records. Where it ends, {@link Scope} says.
 *
 * @param hash of the last record
 * @param checkpoints how many there have to be, in all
 * @param retentionCheckpoints how many there have to be, in all
 */
public record ChainEnd(
        @Nullable Hash hash,
        @Nullable Long checkpoints,
        @Nullable Long retentionCheckpoints) {
    /** Of which nothing more is known. */
    public static final ChainEnd UNKNOWN = new ChainEnd(null, null, null);
}

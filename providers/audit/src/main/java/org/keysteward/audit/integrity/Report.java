package org.keysteward.audit.integrity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Verifier} has seen, up to what it found.
 *
 * @param firstSeq where it began; what is before that was not looked at
 * @param lastSeq the last record that it saw; {@code firstSeq - 1} where there was none
 * @param records with their content
 * @param expired tombstones that a retention checkpoint covers: no finding
 * @param signedUpTo the last record that a checkpoint covers; 0 where none does
 * @param signedBy the kid of the last checkpoint
 * @param unsigned records behind the last checkpoint: chained, and not signed yet
 * @param found what is wrong first; null where all holds
 */
public record Report(
        long firstSeq,
        long lastSeq,
        long records,
        long expired,
        long checkpoints,
        long retentionCheckpoints,
        long signedUpTo,
        @Nullable String signedBy,
        long unsigned,
        @Nullable Finding found) {
    public Optional<Finding> finding() {
        return Optional.ofNullable(found);
    }

    public Report with(Finding finding) {
        return new Report(
                firstSeq,
                lastSeq,
                records,
                expired,
                checkpoints,
                retentionCheckpoints,
                signedUpTo,
                signedBy,
                unsigned,
                finding);
    }

    public boolean holds() {
        return found == null;
    }

    /** Whether it began later than the chain. */
    public boolean isPartial() {
        return firstSeq > 1;
    }
}

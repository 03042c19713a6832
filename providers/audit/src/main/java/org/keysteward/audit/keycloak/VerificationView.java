package org.keysteward.audit.keycloak;

import org.jspecify.annotations.Nullable;
import org.keysteward.audit.integrity.Report;

/**
 * Whether a chain is as it was written.
 *
 * @param signedUpTo the last record that a checkpoint covers; 0 where none does
 * @param unsigned how many are chained behind it, and not signed yet
 * @param anchored whether the checkpoints were compared with those of the anchor's file
 * @param finding what is wrong first; absent where all holds
 */
public record VerificationView(
        boolean valid,
        Checked checked,
        long signedUpTo,
        long unsigned,
        boolean anchored,
        @Nullable FindingView finding) {
    /**
     * How much was looked at.
     *
     * @param tombstones records whose time was over
     * @param toSeq the last one that was seen; fromSeq - 1 where there was none
     */
    public record Checked(
            long records, long tombstones, long checkpoints, long retentionCheckpoints, long fromSeq, long toSeq) {}

    /**
     * What is wrong.
     *
     * @param type CHANGED, REMOVED, INSERTED, REORDERED, TRUNCATED, CHECKPOINT_CHANGED or CHECKPOINT_REMOVED
     * @param seq where it begins
     * @param lastSeq where it ends at the latest
     * @param checkpoint the number of the checkpoint that it is about
     */
    public record FindingView(
            String type,
            long seq,
            long lastSeq,
            @Nullable String recordId,
            @Nullable Long checkpoint,
            String detail) {}

    static VerificationView of(Report report, boolean anchored) {
        return new VerificationView(
                report.holds(),
                new Checked(
                        report.records(),
                        report.expired(),
                        report.checkpoints(),
                        report.retentionCheckpoints(),
                        report.firstSeq(),
                        report.lastSeq()),
                report.signedUpTo(),
                report.unsigned(),
                anchored,
                report.finding()
                        .map(found -> new FindingView(
                                found.type().name(),
                                found.seq(),
                                found.lastSeq(),
                                found.recordId(),
                                found.checkpoint(),
                                found.detail()))
                        .orElse(null));
    }
}

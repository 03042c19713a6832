package org.keysteward.audit.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Which records may be tombstones, and whether they are those that were meant. */
final class Retentions {
    private static final class Retention {
        private final RetentionCheckpoint checkpoint;
        private final TombstoneDigest digest = new TombstoneDigest();

        Retention(RetentionCheckpoint checkpoint) {
            this.checkpoint = checkpoint;
        }
    }

    private record Covered(SeqRange range, Retention by) {}

    private final long firstSeq;
    private final NavigableMap<Long, Covered> byFirst = new TreeMap<>();
    private final List<Retention> complete = new ArrayList<>();

    private long lastSeq;

    /** @param firstSeq where the rows begin: what names records before that cannot be compared with them */
    Retentions(long firstSeq) {
        this.firstSeq = firstSeq;
    }

    /** False where it names a record that another one has named. */
    boolean add(RetentionCheckpoint checkpoint) {
        var retention = new Retention(checkpoint);
        for (var range : checkpoint.ranges()) {
            var before = byFirst.floorEntry(range.last());
            if (before != null && before.getValue().range().last() >= range.first()) {
                return false;
            }
            byFirst.put(range.first(), new Covered(range, retention));
        }
        lastSeq = Math.max(lastSeq, checkpoint.span().last());
        return true;
    }

    /** The last record that one of them names. */
    long lastSeq() {
        return lastSeq;
    }

    /** Rows come in ascending order. Whether the row is there or not has no part in the digest. */
    boolean covers(long seq, Hash hash) {
        var covered = byFirst.floorEntry(seq);
        if (covered == null || !covered.getValue().range().contains(seq)) {
            return false;
        }
        var retention = covered.getValue().by();
        retention.digest.add(seq, hash);
        if (seq == retention.checkpoint.span().last()
                && retention.checkpoint.span().first() >= firstSeq) {
            complete.add(retention);
        }
        return true;
    }

    /** A retention checkpoint of which all rows have come and are proved, and that means others. */
    Optional<RetentionCheckpoint> contradicted() {
        var contradicted = complete.stream()
                .filter(retention -> !retention.digest.end().equals(retention.checkpoint.digest()))
                .map(retention -> retention.checkpoint)
                .findFirst();
        complete.clear();
        return contradicted;
    }
}

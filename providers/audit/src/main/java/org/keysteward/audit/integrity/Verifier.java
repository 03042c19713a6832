package org.keysteward.audit.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.integrity.Finding.Type;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;

/**
 * Reads a realm's chain in order and names the first thing that is wrong with it. First the retention checkpoints, all
 * that there are; then rows by ascending seq, each checkpoint behind the last row that it covers; then {@link #end}. What
 * comes behind a finding is not looked at.
 *
 * <p>It keeps what belongs to one checkpoint, {@value Checkpoint#MAX_RECORDS} rows without their content, and the ranges
 * of the retention checkpoints.
 */
public final class Verifier {
    private final Scope scope;
    private final VerificationKeys keys;
    private final StatementChain<Checkpoint> checkpoints;
    private final StatementChain<RetentionCheckpoint> retentionCheckpoints;
    private final Retentions retentions;

    /** Rows that no checkpoint has proved yet. */
    private final List<Link> links = new ArrayList<>();

    private Hash lastHash;
    private long lastSeq;
    /** The first row that is not proved or given up as unsigned. */
    private long first;

    private long signedUpTo;
    private long unsigned;
    private long records;
    private long expired;
    private @Nullable Checkpoint undecided;
    private @Nullable Finding found;

    public Verifier(Scope scope, VerificationKeys keys, Anchor anchor) {
        this.scope = scope;
        this.keys = keys;
        this.checkpoints = new StatementChain<>(Checkpoint.class, scope.realm(), keys, scope.firstSeq() == 1, anchor);
        this.retentionCheckpoints = new StatementChain<>(RetentionCheckpoint.class, scope.realm(), keys, true, anchor);
        this.retentions = new Retentions(scope.firstSeq());
        this.lastHash = scope.previousHash();
        this.lastSeq = scope.firstSeq() - 1;
        this.first = scope.firstSeq();
    }

    /** Whether anything more is of interest. */
    public boolean hasFinding() {
        return found != null;
    }

    /** @throws IllegalStateException behind a row */
    public void retention(Signed<RetentionCheckpoint> signed) {
        if (records + expired > 0) {
            throw new IllegalStateException("Retention checkpoints come in front of the first row");
        }
        if (found != null) {
            return;
        }
        found = retentionCheckpoints
                .add(signed)
                .or(() -> retentions.add(signed.statement())
                        ? Optional.empty()
                        : Optional.of(Finding.of(
                                Type.CHECKPOINT_CHANGED,
                                signed.statement(),
                                "Retention checkpoint " + signed.statement().number()
                                        + " names a record that another one has named.")))
                .orElse(null);
    }

    /** A retention checkpoint as a database has it. */
    public void retention(String body, byte[] signature) {
        try {
            retention(new Signed<>(RetentionCheckpoint.ofTree(Json.object(body)), signature));
        } catch (MalformedException e) {
            found = found != null
                    ? found
                    : unreadable("Retention checkpoint " + (retentionCheckpoints.lastNumber() + 1), first, e);
        }
    }

    public void row(Row row) {
        if (found != null) {
            return;
        }
        var link = Link.of(row, lastHash, retentions.covers(row.seq(), row.hash()));
        if (undecided != null) {
            judge(undecided, link);
        } else if (links.size() == Checkpoint.MAX_RECORDS) {
            giveUpUnsigned(link);
        }
        if (found != null) {
            return;
        }
        links.add(link);
        lastHash = row.hash();
        lastSeq = row.seq();
        if (row.isTombstone()) {
            expired++;
        } else {
            records++;
        }
    }

    public void checkpoint(Signed<Checkpoint> signed) {
        if (found != null || undecided != null) {
            return;
        }
        var before = checkpoints.last();
        found = checkpoints
                .add(signed)
                .or(() -> outOfLine(signed.statement(), before))
                .orElse(null);
        if (found == null) {
            decide(signed.statement());
        }
    }

    /** A checkpoint as a database has it. */
    public void checkpoint(String body, byte[] signature) {
        try {
            checkpoint(new Signed<>(Checkpoint.ofTree(Json.object(body)), signature));
        } catch (MalformedException e) {
            found = found != null ? found : unreadable("Checkpoint " + (checkpoints.lastNumber() + 1), first, e);
        }
    }

    /** Nothing more comes. */
    public Report end(ChainEnd end) {
        if (found == null && undecided != null) {
            judge(undecided, null);
        }
        if (found == null) {
            found = atTheEnd(end).orElse(null);
        }
        var last = checkpoints.last();
        return new Report(
                scope.firstSeq(),
                lastSeq,
                records,
                expired,
                checkpoints.count(),
                retentionCheckpoints.count(),
                signedUpTo,
                last == null ? null : last.kid(),
                unsigned + links.size(),
                found);
    }

    private Optional<Finding> outOfLine(Checkpoint checkpoint, @Nullable Checkpoint before) {
        var expected = before == null ? 1 : before.lastSeq() + 1;
        var follows = before == null && scope.firstSeq() > 1
                ? checkpoint.firstSeq() <= scope.firstSeq() && checkpoint.lastSeq() >= scope.firstSeq()
                : checkpoint.firstSeq() == expected;
        if (follows && first <= Math.max(checkpoint.firstSeq(), scope.firstSeq())) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                Type.CHECKPOINT_CHANGED,
                checkpoint,
                "Checkpoint " + checkpoint.number() + " does not begin where the one in front of it ended, or comes too"
                        + " late."));
    }

    /** What is missing or wrong can be named when it is known whether anything follows. */
    private void decide(Checkpoint checkpoint) {
        if (finding(checkpoint, null).isEmpty()) {
            proved(checkpoint);
            return;
        }
        undecided = checkpoint;
        if (covered(checkpoint) < links.size()) {
            judge(checkpoint, null);
        }
    }

    private void judge(Checkpoint checkpoint, @Nullable Link next) {
        found = finding(checkpoint, next).orElse(null);
        undecided = null;
        if (found == null) {
            proved(checkpoint);
        }
    }

    private Optional<Finding> finding(Checkpoint checkpoint, @Nullable Link next) {
        var covered = covered(checkpoint);
        var rows = links.subList(0, covered);
        var behind = covered < links.size() ? links.get(covered) : next;
        return new Segment(
                        rows,
                        Math.max(checkpoint.firstSeq(), scope.firstSeq()),
                        checkpoint.lastSeq(),
                        checkpoint.lastHash(),
                        behind,
                        standing(checkpoint, rows))
                .finding();
    }

    private Segment.Standing standing(Checkpoint checkpoint, List<Link> rows) {
        // Of a checkpoint that began before the part that is here, the leaves are not all there; its last hash has to
        // do.
        if (checkpoint.firstSeq() < scope.firstSeq()) {
            return Segment.Standing.UNSIGNED;
        }
        var tree = new MerkleTree();
        rows.forEach(link -> tree.add(link.hash().bytes()));
        return rows.size() == checkpoint.lastSeq() - checkpoint.firstSeq() + 1
                        && tree.root().equals(checkpoint.root())
                ? Segment.Standing.AUTHENTIC
                : Segment.Standing.CONTRADICTED;
    }

    /** How many rows stand in front of the first that is behind the checkpoint. */
    private int covered(Checkpoint checkpoint) {
        var covered = links.size();
        while (covered > 0 && links.get(covered - 1).seq() > checkpoint.lastSeq()) {
            covered--;
        }
        return covered;
    }

    private void proved(Checkpoint checkpoint) {
        links.subList(0, covered(checkpoint)).clear();
        signedUpTo = checkpoint.lastSeq();
        first = checkpoint.lastSeq() + 1;
        found = contradictedRetention().orElse(null);
    }

    private Optional<Finding> contradictedRetention() {
        return retentions
                .contradicted()
                .map(checkpoint -> Finding.of(
                        Type.CHECKPOINT_CHANGED,
                        checkpoint,
                        "Retention checkpoint " + checkpoint.number() + " was made for other records than these."));
    }

    /** More rows than any checkpoint covers: no memory for them. */
    private void giveUpUnsigned(Link next) {
        found = new Segment(List.copyOf(links), first, lastSeqOf(links), null, next, Segment.Standing.UNSIGNED)
                .finding()
                .orElse(null);
        if (found == null) {
            unsigned += links.size();
            first = lastSeq + 1;
            links.clear();
        }
    }

    private static long lastSeqOf(List<Link> links) {
        return links.stream().mapToLong(Link::seq).max().orElse(0);
    }

    private Optional<Finding> atTheEnd(ChainEnd end) {
        return new Segment(links, first, scope.lastSeq(), end.hash(), null, Segment.Standing.UNSIGNED)
                .finding()
                .or(() -> differentEnd(end))
                .or(this::contradictedRetention)
                .or(() -> fewerCheckpoints(end))
                .or(this::anchoredMore)
                .or(this::retainedMore);
    }

    private Optional<Finding> differentEnd(ChainEnd end) {
        if (lastSeq > scope.lastSeq()) {
            return Optional.of(Finding.at(
                    Type.INSERTED, scope.lastSeq() + 1, null, "There is a record behind the end of the chain."));
        }
        return end.hash() == null || end.hash().equals(lastHash)
                ? Optional.empty()
                : Optional.of(Finding.at(Type.CHANGED, lastSeq, null, "The chain does not end with this record."));
    }

    private Optional<Finding> fewerCheckpoints(ChainEnd end) {
        if (end.checkpoints() != null && end.checkpoints() > checkpoints.lastNumber()) {
            return Optional.of(Finding.removed("Checkpoint", checkpoints.lastNumber() + 1, signedUpTo + 1));
        }
        if (end.retentionCheckpoints() != null && end.retentionCheckpoints() > retentionCheckpoints.lastNumber()) {
            return Optional.of(Finding.removed("Retention checkpoint", retentionCheckpoints.lastNumber() + 1, lastSeq));
        }
        return Optional.empty();
    }

    private Optional<Finding> anchoredMore() {
        for (var more = checkpoints.onlyAnchored(); more.isPresent(); more = checkpoints.onlyAnchored()) {
            var signed = more.get();
            var checkpoint = (Checkpoint) signed.statement();
            if (checkpoint.time().isAfter(scope.time())) {
                continue;
            }
            if (!keys.verify(signed)) {
                return Optional.of(Finding.of(
                        Type.CHECKPOINT_CHANGED,
                        checkpoint,
                        "The anchor's checkpoint " + checkpoint.number() + " has no signature that holds."));
            }
            if (checkpoint.lastSeq() > scope.endSeq()) {
                return Optional.of(Finding.at(
                        Type.TRUNCATED,
                        scope.endSeq() + 1,
                        null,
                        "The anchor knows of records up to " + checkpoint.lastSeq() + "."));
            }
            if (checkpoint.lastSeq() <= lastSeq && checkpoint.firstSeq() > Math.max(signedUpTo, scope.firstSeq() - 1)) {
                return Optional.of(Finding.removed("Checkpoint", checkpoint.number(), checkpoint.firstSeq()));
            }
        }
        for (var more = retentionCheckpoints.onlyAnchored();
                more.isPresent();
                more = retentionCheckpoints.onlyAnchored()) {
            var retention = (RetentionCheckpoint) more.get().statement();
            if (!retention.time().isAfter(scope.time())) {
                return Optional.of(Finding.removed(
                        "Retention checkpoint",
                        retention.number(),
                        retention.span().first()));
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> retainedMore() {
        return retentions.lastSeq() <= scope.endSeq()
                ? Optional.empty()
                : Optional.of(Finding.at(
                        Type.TRUNCATED,
                        scope.endSeq() + 1,
                        null,
                        "A retention checkpoint knows of records up to " + retentions.lastSeq() + "."));
    }

    private static Finding unreadable(String what, long seq, MalformedException cause) {
        return Finding.at(Type.CHECKPOINT_CHANGED, seq, null, what + " cannot be read: " + cause.getMessage());
    }
}

package org.keysteward.audit.query;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a consumer of a live tail has come. What was there before it came is given to it without a gap, however long
 * that takes; of what happens from then on, what is more than it may have is left out, and it is told so.
 */
public final class Tail {
    /** What becomes of a record. */
    public enum Turn {
        SEND,
        /** Now is too soon; ask again with the same. */
        WAIT,
        LEAVE_OUT
    }

    /** Records that were left out. */
    public record Dropped(long count, long firstSeq, long lastSeq) {
        Dropped and(long seq) {
            return new Dropped(count + 1, firstSeq, seq);
        }
    }

    private final long presentEnd;
    private final EventBudget budget;
    private long position;
    private @Nullable Dropped dropped;

    /**
     * @param position the last seq that the consumer has
     * @param presentEnd the last seq that there is when it comes
     */
    public Tail(long position, long presentEnd, int eventsPerSecond, Instant now) {
        this.position = position;
        this.presentEnd = presentEnd;
        this.budget = new EventBudget(eventsPerSecond, now);
    }

    public long position() {
        return position;
    }

    /**
     * Decides about the next record that it asks for.
     *
     * @param writable whether the consumer takes anything now
     */
    public Turn next(long seq, boolean writable, Instant now) {
        if (writable && budget.take(now)) {
            position = seq;
            return Turn.SEND;
        }
        if (seq <= presentEnd) {
            return Turn.WAIT;
        }
        position = seq;
        dropped = dropped == null ? new Dropped(1, seq, seq) : dropped.and(seq);
        return Turn.LEAVE_OUT;
    }

    /** There is nothing for it up to here. */
    public void skipTo(long seq) {
        position = Math.max(position, seq);
    }

    /** What was left out since this was asked last. */
    public Optional<Dropped> takeDropped() {
        var taken = Optional.ofNullable(dropped);
        dropped = null;
        return taken;
    }
}

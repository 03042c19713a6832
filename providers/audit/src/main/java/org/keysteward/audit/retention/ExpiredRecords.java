package org.keysteward.audit.retention;

import java.util.ArrayList;
import java.util.List;
import org.keysteward.audit.integrity.Hash;
import org.keysteward.audit.integrity.SeqRange;
import org.keysteward.audit.integrity.TombstoneDigest;

/** Records that become tombstones together, as their retention checkpoint names them. */
public final class ExpiredRecords {
    private final TombstoneDigest digest = new TombstoneDigest();
    private final List<SeqRange> ranges = new ArrayList<>();
    private long count;

    /** @throws IllegalArgumentException unless it comes behind all that were added */
    public void add(long seq, Hash hash) {
        var last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
        if (last != null && seq <= last.last()) {
            throw new IllegalArgumentException("Record " + seq + " does not come behind " + last.last());
        }
        if (last != null && seq == last.last() + 1) {
            ranges.set(ranges.size() - 1, new SeqRange(last.first(), seq));
        } else {
            ranges.add(new SeqRange(seq, seq));
        }
        digest.add(seq, hash);
        count++;
    }

    public long count() {
        return count;
    }

    /** Ascending, none next to another. */
    public List<SeqRange> ranges() {
        return List.copyOf(ranges);
    }

    /** Over all that were added; to be asked for once. */
    public Hash digest() {
        return digest.end();
    }

    /** From the first to the last, with what lies between them. */
    public SeqRange span() {
        return new SeqRange(ranges.get(0).first(), ranges.get(ranges.size() - 1).last());
    }
}

package org.keysteward.audit.integrity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.MalformedException;

/**
 * The records since the checkpoint before, as one hash to be signed.
 *
 * @param root of the Merkle tree over the hashes of the records {@code firstSeq} to {@code lastSeq}
 * @param lastHash that of the record {@code lastSeq}
 * @param time cut to milliseconds
 */
public record Checkpoint(
        String realm,
        long number,
        long firstSeq,
        long lastSeq,
        Hash root,
        Hash lastHash,
        Instant time,
        @Nullable Hash previous,
        String kid)
        implements Statement {
    /** After so many records there is one, however little time has passed. */
    public static final int MAX_RECORDS = 10_000;

    static final String TYPE = "checkpoint";

    private static final Set<String> MEMBERS = Set.of(
            "v", "type", "realm", "number", "firstSeq", "lastSeq", "root", "lastHash", "time", "previous", "kid");

    /** @throws IllegalArgumentException for numbers that no checkpoint has */
    public Checkpoint {
        if (number < 1 || firstSeq < 1 || lastSeq < firstSeq) {
            throw new IllegalArgumentException("Numbers begin with 1 and a checkpoint covers a record at least.");
        }
        // Also what bounds the memory of whoever verifies it.
        if (lastSeq - firstSeq >= MAX_RECORDS) {
            throw new IllegalArgumentException("A checkpoint covers " + MAX_RECORDS + " records at most.");
        }
        if ((number == 1) != (previous == null)) {
            throw new IllegalArgumentException("Only the first checkpoint has none before it.");
        }
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** @throws MalformedException where it is not a checkpoint, or has members that nobody knows */
    public static Checkpoint ofTree(Map<String, ? extends @Nullable Object> tree) throws MalformedException {
        var members = new Members(TYPE, tree);
        members.requireOnly(MEMBERS);
        members.requireVersion();
        members.requireText("type", TYPE);
        try {
            return new Checkpoint(
                    members.text("realm"),
                    members.number("number"),
                    members.number("firstSeq"),
                    members.number("lastSeq"),
                    members.hash("root"),
                    members.hash("lastHash"),
                    members.time("time"),
                    members.has("previous") ? members.hash("previous") : null,
                    members.text("kid"));
        } catch (IllegalArgumentException e) {
            throw new MalformedException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public SeqRange span() {
        return new SeqRange(firstSeq, lastSeq);
    }

    @Override
    public Map<String, Object> toTree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("v", 1L);
        tree.put("type", TYPE);
        tree.put("realm", realm);
        tree.put("number", number);
        tree.put("firstSeq", firstSeq);
        tree.put("lastSeq", lastSeq);
        tree.put("root", root.toString());
        tree.put("lastHash", lastHash.toString());
        tree.put("time", Times.text(time));
        if (previous != null) {
            tree.put("previous", previous.toString());
        }
        tree.put("kid", kid);
        return tree;
    }

    @Override
    public byte[] message() {
        return Domain.CHECKPOINT.message(canonical());
    }
}

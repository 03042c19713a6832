package org.keysteward.audit.integrity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.MalformedException;

/**
 * Which records have become tombstones because their time was over.
 *
 * @param ranges ascending, without overlaps
 * @param digest {@link TombstoneDigest} over all of them
 * @param time cut to milliseconds
 * @param policy a text for people
 */
public record RetentionCheckpoint(
        String realm,
        long number,
        List<SeqRange> ranges,
        Hash digest,
        Instant time,
        String policy,
        @Nullable Hash previous,
        String kid)
        implements Statement {
    /** More than that are divided among several. */
    public static final int MAX_RANGES = 10_000;

    static final String TYPE = "retention";

    private static final Set<String> MEMBERS =
            Set.of("v", "type", "realm", "number", "ranges", "digest", "time", "policy", "previous", "kid");

    /** @throws IllegalArgumentException for numbers that no retention checkpoint has */
    public RetentionCheckpoint {
        ranges = List.copyOf(ranges);
        if (number < 1 || ranges.isEmpty()) {
            throw new IllegalArgumentException(
                    "Numbers begin with 1 and a retention checkpoint names a record at least.");
        }
        if (ranges.size() > MAX_RANGES) {
            throw new IllegalArgumentException("A retention checkpoint has " + MAX_RANGES + " ranges at most.");
        }
        for (var i = 1; i < ranges.size(); i++) {
            if (ranges.get(i).first() <= ranges.get(i - 1).last()) {
                throw new IllegalArgumentException("The ranges of a retention checkpoint ascend and do not overlap.");
            }
        }
        if ((number == 1) != (previous == null)) {
            throw new IllegalArgumentException("Only the first retention checkpoint has none before it.");
        }
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** @throws MalformedException where it is not a retention checkpoint, or has members that nobody knows */
    public static RetentionCheckpoint ofTree(Map<String, ? extends @Nullable Object> tree) throws MalformedException {
        var members = new Members("retention checkpoint", tree);
        members.requireOnly(MEMBERS);
        members.requireVersion();
        members.requireText("type", TYPE);
        try {
            return new RetentionCheckpoint(
                    members.text("realm"),
                    members.number("number"),
                    ranges(members.list("ranges")),
                    members.hash("digest"),
                    members.time("time"),
                    members.text("policy"),
                    members.has("previous") ? members.hash("previous") : null,
                    members.text("kid"));
        } catch (IllegalArgumentException e) {
            throw new MalformedException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public SeqRange span() {
        return new SeqRange(ranges.get(0).first(), ranges.get(ranges.size() - 1).last());
    }

    @Override
    public Map<String, Object> toTree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("v", 1L);
        tree.put("type", TYPE);
        tree.put("realm", realm);
        tree.put("number", number);
        tree.put(
                "ranges",
                ranges.stream()
                        .map(range -> List.of(range.first(), range.last()))
                        .toList());
        tree.put("digest", digest.toString());
        tree.put("time", Times.text(time));
        tree.put("policy", policy);
        if (previous != null) {
            tree.put("previous", previous.toString());
        }
        tree.put("kid", kid);
        return tree;
    }

    @Override
    public byte[] message() {
        return Domain.RETENTION.message(canonical());
    }

    private static List<SeqRange> ranges(List<?> pairs) throws MalformedException {
        var ranges = new ArrayList<SeqRange>();
        for (var pair : pairs) {
            if (!(pair instanceof List<?> ends)
                    || ends.size() != 2
                    || !(ends.get(0) instanceof Long first)
                    || !(ends.get(1) instanceof Long last)) {
                throw new MalformedException("A range of a retention checkpoint is a pair of whole numbers.");
            }
            ranges.add(new SeqRange(first, last));
        }
        return ranges;
    }
}

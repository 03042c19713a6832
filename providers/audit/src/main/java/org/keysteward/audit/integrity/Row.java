package org.keysteward.audit.integrity;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;

/** A record as it is kept: its place, its hash, and its content unless it is a tombstone. */
public final class Row {
    private final long seq;
    private final Hash hash;
    private final boolean tombstone;
    private final @Nullable Map<String, @Nullable Object> record;
    private final List<Disclosure> disclosures;

    private Row(
            long seq,
            Hash hash,
            boolean tombstone,
            @Nullable Map<String, @Nullable Object> record,
            List<Disclosure> disclosures) {
        this.seq = seq;
        this.hash = hash;
        this.tombstone = tombstone;
        this.record = record;
        this.disclosures = List.copyOf(disclosures);
    }

    public static Row tombstone(long seq, Hash hash) {
        return new Row(seq, hash, true, null, List.of());
    }

    /** @param body the record as JSON; what is none is a record that was changed */
    public static Row ofText(long seq, Hash hash, String body) {
        try {
            return ofTree(seq, hash, Json.object(body), List.of());
        } catch (MalformedException e) {
            return new Row(seq, hash, false, null, List.of());
        }
    }

    public static Row ofTree(long seq, Hash hash, Map<String, @Nullable Object> record, List<Disclosure> disclosures) {
        return new Row(seq, hash, false, record, disclosures);
    }

    long seq() {
        return seq;
    }

    Hash hash() {
        return hash;
    }

    boolean isTombstone() {
        return tombstone;
    }

    /** Whether the content gives the hash; true for a tombstone, which has none. */
    boolean follows(Hash previous) {
        return tombstone || (record != null && canonicalHash(previous, record).equals(hash));
    }

    /** The place that the content names. */
    @Nullable Long namedSeq() {
        return record != null && record.get("seq") instanceof Long named ? named : null;
    }

    @Nullable String id() {
        return record != null && record.get("id") instanceof String id ? id : null;
    }

    /** Whether every value that is shown is one that the record holds a commitment to. */
    boolean disclosuresHold() {
        return disclosuresHold(record, disclosures);
    }

    static boolean disclosuresHold(@Nullable Object record, List<Disclosure> disclosures) {
        if (disclosures.isEmpty()) {
            return true;
        }
        var commitments = new HashSet<String>();
        collect(record, commitments);
        return disclosures.stream()
                .allMatch(disclosure -> disclosure.holds()
                        && commitments.contains(disclosure.commitment().toString()));
    }

    private static void collect(@Nullable Object value, Set<String> commitments) {
        if (value instanceof Map<?, ?> map) {
            if (map.size() == 1 && map.get("commitment") instanceof String commitment) {
                commitments.add(commitment);
            }
            map.values().forEach(member -> collect(member, commitments));
        } else if (value instanceof List<?> list) {
            list.forEach(element -> collect(element, commitments));
        }
    }

    /** A hash that nothing has, for what has no canonical form. */
    private static Hash canonicalHash(Hash previous, Map<String, @Nullable Object> record) {
        try {
            return RecordHash.after(previous, CanonicalJson.bytes(record));
        } catch (IllegalArgumentException e) {
            return Hash.of(new byte[Hash.BYTES]);
        }
    }
}

package org.keysteward.audit.integrity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;

/** A realm's trail as a database keeps it, and whoever can write to that database. */
final class Trail {
    static final String REALM = "6f0e9c1a-realm";
    static final Instant START = Instant.parse("2026-11-25T10:00:00.123Z");
    static final SigningKey KEY = SigningKey.generate("2026-sig");
    static final VerificationKeys KEYS = new VerificationKeys(List.of(KEY.publicKey()));

    /** A row of the table; no body is a tombstone. */
    static final class Stored {
        long seq;
        Hash hash;

        @Nullable String body;

        List<Disclosure> disclosures = List.of();

        Stored(long seq, Hash hash, String body) {
            this.seq = seq;
            this.hash = hash;
            this.body = body;
        }

        Map<String, Object> content() {
            return tree(Objects.requireNonNull(body));
        }
    }

    static final class StoredStatement {
        String body;
        byte[] signature;

        StoredStatement(Signed<?> signed) {
            this.body = Json.write(signed.statement().toTree());
            this.signature = signed.signature();
        }
    }

    final Random random;
    List<Stored> rows = new ArrayList<>();
    final List<StoredStatement> checkpoints = new ArrayList<>();
    final List<StoredStatement> retentions = new ArrayList<>();
    final List<Signed<?>> anchor = new ArrayList<>();
    final List<Signed<Checkpoint>> signedCheckpoints = new ArrayList<>();
    long end;
    Hash endHash;
    private @Nullable Hash previousRetention;

    private Trail(long seed) {
        this.random = new Random(seed);
        this.endHash = RecordHash.genesis(REALM);
    }

    /** So many records, a checkpoint after each {@code every}, and no checkpoint for what is left. */
    static Trail of(long seed, int records, int every) {
        var trail = new Trail(seed);
        for (var seq = 1; seq <= records; seq++) {
            trail.append();
            if (seq % every == 0) {
                trail.seal(every);
            }
        }
        return trail;
    }

    private void append() {
        end++;
        var salt = new byte[16];
        random.nextBytes(salt);
        var name = Disclosure.of(salt, "person " + random.nextInt(100) + " \u20ac \uD83D\uDE00");
        var record = record(end, name);
        endHash = RecordHash.after(endHash, CanonicalJson.bytes(record));
        var row = new Stored(end, endHash, CanonicalJson.text(record));
        row.disclosures = List.of(name);
        rows.add(row);
    }

    Map<String, Object> record(long seq, Disclosure name) {
        var record = new LinkedHashMap<String, Object>();
        record.put("v", 1L);
        record.put("id", new UUID(random.nextLong(), random.nextLong()).toString());
        record.put("realm", REALM);
        record.put("seq", seq);
        record.put("time", Times.text(START.plusSeconds(seq)));
        record.put("action", "user.signed_in");
        record.put(
                "actor",
                Map.of(
                        "type",
                        "user",
                        "name",
                        Map.of("commitment", name.commitment().toString())));
        record.put("outcome", Map.of("success", random.nextBoolean()));
        record.put("risk", random.nextDouble());
        record.put("tags", List.of("GDPR"));
        return record;
    }

    private void seal(int count) {
        var covered = rows.subList(rows.size() - count, rows.size());
        var last = signedCheckpoints.isEmpty()
                ? null
                : signedCheckpoints
                        .get(signedCheckpoints.size() - 1)
                        .statement()
                        .hash();
        add(Signed.by(
                KEY,
                new Checkpoint(
                        REALM,
                        signedCheckpoints.size() + 1,
                        covered.get(0).seq,
                        covered.get(count - 1).seq,
                        root(covered),
                        covered.get(count - 1).hash,
                        START.plusSeconds(end),
                        last,
                        KEY.kid())));
    }

    private void add(Signed<Checkpoint> signed) {
        signedCheckpoints.add(signed);
        checkpoints.add(new StoredStatement(signed));
        anchor.add(signed);
    }

    static Hash root(List<Stored> rows) {
        return MerkleTree.root(rows.stream().map(row -> row.hash.bytes()).toList());
    }

    /** Ends the time of these records. */
    Trail retain(SeqRange... ranges) {
        var digest = new TombstoneDigest();
        for (var range : ranges) {
            for (var seq = range.first(); seq <= range.last(); seq++) {
                var row = at(seq);
                digest.add(seq, row.hash);
                row.body = null;
                row.disclosures = List.of();
            }
        }
        var signed = Signed.by(
                KEY,
                new RetentionCheckpoint(
                        REALM,
                        retentions.size() + 1,
                        List.of(ranges),
                        digest.end(),
                        START.plusSeconds(1000),
                        "a year",
                        previousRetention,
                        KEY.kid()));
        previousRetention = signed.statement().hash();
        retentions.add(new StoredStatement(signed));
        anchor.add(signed);
        return this;
    }

    Stored at(long seq) {
        return rows.stream().filter(row -> row.seq == seq).findFirst().orElseThrow();
    }

    /** As the server verifies what it has. */
    Report verify(Anchor anchored) {
        var verifier = new Verifier(Scope.all(REALM, end), KEYS, anchored);
        retentions.forEach(one -> verifier.retention(one.body, one.signature));
        var waiting = new ArrayList<>(checkpoints);
        for (var row : rows) {
            while (!waiting.isEmpty() && lastSeq(waiting.get(0)) < row.seq) {
                var next = waiting.remove(0);
                verifier.checkpoint(next.body, next.signature);
            }
            verifier.row(row.body == null ? Row.tombstone(row.seq, row.hash) : Row.ofText(row.seq, row.hash, row.body));
        }
        waiting.forEach(one -> verifier.checkpoint(one.body, one.signature));
        return verifier.end(new ChainEnd(endHash, null, null));
    }

    /** An export of a part of it, with the checkpoints that cover something in it. */
    List<String> export(long first, long last) {
        var lines = new ArrayList<String>();
        var header = new LinkedHashMap<String, Object>();
        header.put("kind", "header");
        header.put("format", Export.FORMAT);
        header.put("realm", REALM);
        header.put("realmName", "example");
        header.put("firstSeq", first);
        header.put("lastSeq", last);
        header.put("endSeq", end);
        header.put("previousHash", (first == 1 ? RecordHash.genesis(REALM) : at(first - 1).hash).toString());
        header.put("time", Times.text(START.plusSeconds(100_000)));
        lines.add(Json.write(header));
        lines.add(Json.write(Map.of("kind", "key", "jwk", KEY.publicKey().toJwk())));
        retentions.forEach(one -> lines.add(line("retention", one)));
        long records = 0;
        long tombstones = 0;
        var byLast = new TreeMap<Long, StoredStatement>();
        checkpoints.forEach(one -> byLast.put(lastSeq(one), one));
        for (var row : rows) {
            if (row.seq < first || row.seq > last) {
                continue;
            }
            var line = new LinkedHashMap<String, Object>();
            line.put("kind", row.body == null ? "tombstone" : "record");
            line.put("seq", row.seq);
            line.put("hash", row.hash.toString());
            if (row.body == null) {
                tombstones++;
            } else {
                records++;
                line.put("record", row.content());
                line.put(
                        "disclosures",
                        row.disclosures.stream().map(Disclosure::toTree).toList());
            }
            lines.add(Json.write(line));
            if (byLast.containsKey(row.seq)) {
                lines.add(line("checkpoint", byLast.get(row.seq)));
            }
        }
        lines.add(Json.write(Map.of("kind", "end", "records", records, "tombstones", tombstones)));
        return lines;
    }

    static String line(String kind, StoredStatement one) {
        return Json.write(
                Map.of("kind", kind, "checkpoint", tree(one.body), "signature", Base64Url.encode(one.signature)));
    }

    static Map<String, Object> tree(String json) {
        try {
            return new LinkedHashMap<>(Json.object(json));
        } catch (MalformedException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static long lastSeq(StoredStatement checkpoint) {
        return tree(checkpoint.body).get("lastSeq") instanceof Long last ? last : Long.MAX_VALUE;
    }

    // What whoever can write to the database can do.

    void tamper(String what) {
        var words = what.split(" ");
        var n = words.length > 1 ? Long.parseLong(words[1]) : 0;
        var m = words.length > 2 ? Long.parseLong(words[2]) : 0;
        switch (words[0]) {
            case "change-body" -> change(n, "action", "user.deleted");
            case "change-named-seq" -> change(n, "seq", m);
            case "garble-body" -> at(n).body = "{not json";
            case "change-hash" -> at(n).hash = Hash.over(new byte[] {(byte) n});
            case "rehash" -> rehash(n, m);
            case "delete" -> rows.remove(at(n));
            case "delete-from" -> rows.removeIf(row -> row.seq >= n);
            case "end-at" -> {
                end = n;
                endHash = at(n).hash;
            }
            case "shift-behind" -> rows.stream().filter(row -> row.seq > n).forEach(row -> row.seq += m);
            case "insert" -> {
                var record = record(m, Disclosure.of(new byte[16], "x"));
                rows.add(new Stored(n, Hash.over(CanonicalJson.bytes(record)), CanonicalJson.text(record)));
                rows.sort((a, b) -> Long.compare(a.seq, b.seq));
            }
            case "swap" -> {
                var one = at(n);
                var other = at(m);
                one.seq = m;
                other.seq = n;
                rows.sort((a, b) -> Long.compare(a.seq, b.seq));
            }
            case "move" -> move(n, m);
            case "swap-bodies" -> {
                var body = at(n).body;
                at(n).body = at(m).body;
                at(m).body = body;
            }
            case "disorder" -> {
                var index = rows.indexOf(at(n));
                rows.add(rows.indexOf(at(m)), rows.remove(index));
            }
            case "tombstone" -> at(n).body = null;
            case "alter-checkpoint" ->
                alter(checkpoints.get((int) n - 1), "root", Hash.over().toString());
            case "alter-checkpoint-time" -> alter(checkpoints.get((int) n - 1), "time", Times.text(START));
            case "garble-checkpoint" -> alter(checkpoints.get((int) n - 1), "root", 5L);
            case "delete-checkpoint" -> checkpoints.remove((int) n - 1);
            case "renumber-checkpoints" ->
                checkpoints
                        .subList((int) n - 1, checkpoints.size())
                        .forEach(one -> alter(
                                one,
                                "number",
                                ((Number) Objects.requireNonNull(tree(one.body).get("number"))).longValue() + m));
            case "resign-checkpoint" -> resign((int) n - 1, KEY);
            case "forge-checkpoint" -> resign((int) n - 1, SigningKey.generate(KEY.kid()));
            case "sign-with-unknown-key" -> resign((int) n - 1, SigningKey.generate("unknown"));
            case "widen-retention" -> alter(retentions.get(0), "ranges", List.of(List.of(n, m)));
            case "delete-retention" -> retentions.remove((int) n - 1);
            default -> throw new IllegalArgumentException(what);
        }
    }

    private void change(long seq, String member, Object value) {
        var tree = at(seq).content();
        tree.put(member, value);
        at(seq).body = Json.write(tree);
    }

    private void rehash(long first, long last) {
        for (var seq = first; seq <= last; seq++) {
            var previous = seq == 1 ? RecordHash.genesis(REALM) : at(seq - 1).hash;
            at(seq).hash = RecordHash.after(previous, CanonicalJson.bytes(at(seq).content()));
        }
    }

    private void move(long from, long to) {
        var moved = at(from);
        rows.forEach(row -> {
            if (row != moved && row.seq > from && row.seq <= to) {
                row.seq--;
            } else if (row != moved && row.seq < from && row.seq >= to) {
                row.seq++;
            }
        });
        moved.seq = to;
        rows.sort((a, b) -> Long.compare(a.seq, b.seq));
    }

    private static void alter(StoredStatement one, String member, Object value) {
        var tree = tree(one.body);
        tree.put(member, value);
        one.body = Json.write(tree);
    }

    /** Another checkpoint in its place, and those behind it made anew. */
    private void resign(int index, SigningKey signer) {
        var previous = index == 0 ? null : hash(checkpoints.get(index - 1));
        for (var i = index; i < checkpoints.size(); i++) {
            var tree = tree(checkpoints.get(i).body);
            tree.put("kid", signer.kid());
            if (i == index) {
                tree.put("time", Times.text(START.plusMillis(1)));
            }
            if (previous != null) {
                tree.put("previous", previous.toString());
            }
            try {
                var signed = Signed.by(signer, Checkpoint.ofTree(tree));
                checkpoints.set(i, new StoredStatement(signed));
                previous = signed.statement().hash();
            } catch (MalformedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Hash hash(StoredStatement one) {
        return Hash.over(CanonicalJson.bytes(tree(one.body)));
    }
}

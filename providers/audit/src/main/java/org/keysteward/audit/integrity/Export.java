package org.keysteward.audit.integrity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.integrity.Finding.Type;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;
import org.keysteward.kernel.signing.JwkException;

/** The lines of an export or an archive, given to a {@link Verifier} one by one. */
final class Export {
    static final String FORMAT = "keysteward-audit/1";

    /** What is not known would not be verified, and would look as if it was. */
    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "record",
            Set.of("kind", "seq", "hash", "record", "disclosures"),
            "tombstone",
            Set.of("kind", "seq", "hash"),
            Checkpoint.TYPE,
            Set.of("kind", "checkpoint", "signature"),
            RetentionCheckpoint.TYPE,
            Set.of("kind", "checkpoint", "signature"),
            "end",
            Set.of("kind", "records", "tombstones"));

    private final LineReader lines;
    private final Scope scope;
    private final List<VerificationKey> keys = new ArrayList<>();

    private long rows;
    private long tombstones;
    /** How many of them the file says that it has; -1 before it has said so. */
    private long said = -1;

    private Export(LineReader lines, Scope scope) {
        this.lines = lines;
        this.scope = scope;
    }

    static boolean isHeader(Map<String, @Nullable Object> line) {
        return "header".equals(line.get("kind"));
    }

    /** @throws MalformedException where this is not the header of a format that is known */
    static Export behind(Map<String, @Nullable Object> header, LineReader lines) throws MalformedException {
        var members = new Members("header", header);
        members.requireText("format", FORMAT);
        try {
            var lastSeq = members.number("lastSeq");
            return new Export(
                    lines,
                    new Scope(
                            members.text("realm"),
                            members.number("firstSeq"),
                            members.hash("previousHash"),
                            lastSeq,
                            members.has("endSeq") ? members.number("endSeq") : lastSeq,
                            members.time("time")));
        } catch (IllegalArgumentException e) {
            throw new MalformedException(String.valueOf(e.getMessage()), e);
        }
    }

    Scope scope() {
        return scope;
    }

    /**
     * Reads all lines, or those up to the first that is wrong.
     *
     * @param pinned the keys that checkpoints may be signed with; where there are none, those that the file names
     * @throws MalformedException where a line cannot be read
     */
    Report verify(Optional<VerificationKeys> pinned, Anchor anchor) throws IOException, MalformedException {
        var line = lines.next();
        while (line.isPresent() && "key".equals(line.get().get("kind"))) {
            keys.add(key(line.get()));
            line = lines.next();
        }
        var verifier = new Verifier(scope, pinned.orElseGet(this::named), anchor);
        while (line.isPresent() && !verifier.hasFinding()) {
            if (said >= 0) {
                throw new MalformedException("Something stands behind the end of the file.");
            }
            read(new Members("line", line.get()), verifier);
            line = lines.next();
        }
        var report = verifier.end(ChainEnd.UNKNOWN);
        return report.holds()
                ? contradiction(report.lastSeq()).map(report::with).orElse(report)
                : report;
    }

    /** What the file says of itself and is not so. */
    private Optional<Finding> contradiction(long lastSeq) {
        if (said < 0) {
            return Optional.of(
                    Finding.at(Type.TRUNCATED, lastSeq + 1, null, "The file was cut off: it has no line for its end."));
        }
        if (said == rows + tombstones) {
            return Optional.empty();
        }
        var type = said > rows + tombstones ? Type.TRUNCATED : Type.INSERTED;
        return Optional.of(Finding.at(type, lastSeq, null, "The file says that it has " + said + " records."));
    }

    private VerificationKeys named() {
        return new VerificationKeys(keys);
    }

    private VerificationKey key(Map<String, @Nullable Object> line) throws MalformedException {
        try {
            var key = VerificationKey.ofJwk(new Members("key's line", line).object("jwk"));
            if (keys.stream().anyMatch(other -> other.kid().equals(key.kid()))) {
                throw new MalformedException("Two keys have the kid " + key.kid() + ".");
            }
            return key;
        } catch (JwkException e) {
            throw new MalformedException("A key that cannot be used: " + e.detail(), e);
        }
    }

    private void read(Members line, Verifier verifier) throws MalformedException {
        var kind = line.text("kind");
        line.requireOnly(MEMBERS.getOrDefault(kind, line.tree().keySet()));
        switch (kind) {
            case "record" -> {
                rows++;
                verifier.row(
                        Row.ofTree(line.number("seq"), line.hash("hash"), line.object("record"), line.disclosures()));
            }
            case "tombstone" -> {
                tombstones++;
                verifier.row(Row.tombstone(line.number("seq"), line.hash("hash")));
            }
            case Checkpoint.TYPE -> checkpoint(line, verifier);
            case RetentionCheckpoint.TYPE -> retention(line, verifier);
            case "end" -> said = Math.max(0, line.number("records") + line.number("tombstones"));
            default -> throw new MalformedException("A line of a kind that this program does not know.");
        }
    }

    private static void checkpoint(Members line, Verifier verifier) throws MalformedException {
        verifier.checkpoint(Json.write(line.object("checkpoint")), line.bytes("signature"));
    }

    private void retention(Members line, Verifier verifier) throws MalformedException {
        if (rows + tombstones > 0) {
            throw new MalformedException("Retention checkpoints stand in front of the first record.");
        }
        verifier.retention(Json.write(line.object("checkpoint")), line.bytes("signature"));
    }
}

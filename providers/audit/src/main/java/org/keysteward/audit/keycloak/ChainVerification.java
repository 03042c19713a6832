package org.keysteward.audit.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.audit.integrity.Anchor;
import org.keysteward.audit.integrity.AnchorFile;
import org.keysteward.audit.integrity.ChainEnd;
import org.keysteward.audit.integrity.Finding;
import org.keysteward.audit.integrity.Hash;
import org.keysteward.audit.integrity.Report;
import org.keysteward.audit.integrity.RetentionCheckpoint;
import org.keysteward.audit.integrity.Row;
import org.keysteward.audit.integrity.Scope;
import org.keysteward.audit.integrity.SeqRange;
import org.keysteward.audit.integrity.VerificationKeys;
import org.keysteward.audit.integrity.Verifier;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;

/** Verifies a realm's chain as the database has it, a window at a time, each in a transaction of its own. */
final class ChainVerification {
    private static final int ATTEMPTS = 3;

    /** Where everything starts that is read meanwhile. */
    private record Beginning(
            @Nullable ChainRow chain,
            @Nullable Hash previous,
            VerificationKeys keys,
            List<ChainRows.SignedRow> retentions,
            Optional<Long> behindEnd,
            long archived) {
        long retentionNumber() {
            return chain == null ? 0 : chain.retentionNumber();
        }
    }

    private final KeycloakSessionFactory factory;
    private final AuditFactory audit;
    private final String realm;

    ChainVerification(KeycloakSessionFactory factory, AuditFactory audit, String realm) {
        this.factory = factory;
        this.audit = audit;
        this.realm = realm;
    }

    /** @param part which records; those behind its end are not looked at */
    Report report(SeqQuestion.Part part) {
        var report = attempt(part);
        for (var attempt = 1; attempt < ATTEMPTS && isOvertaken(report); attempt++) {
            report = attempt(part);
        }
        return report.report();
    }

    private record Attempt(Report report, long retentionNumber) {}

    /** Records that became tombstones while they were read are missing to a reader who did not know of that. */
    private boolean isOvertaken(Attempt attempt) {
        return !attempt.report().holds() && beginning(1).retentionNumber() != attempt.retentionNumber();
    }

    private Attempt attempt(SeqQuestion.Part part) {
        var beginning = beginning(part.first());
        try (var anchor = new OpenAnchor(audit.anchorFile())) {
            return new Attempt(report(part, beginning, anchor.anchor()), beginning.retentionNumber());
        }
    }

    private Report report(SeqQuestion.Part part, Beginning beginning, Anchor anchor) {
        var chain = beginning.chain();
        var end = chain == null ? 0 : chain.seq();
        if (beginning.behindEnd().isPresent()) {
            return finding(
                    part,
                    Finding.Type.INSERTED,
                    beginning.behindEnd().get(),
                    "There is a record behind the end of the chain.");
        }
        if (chain != null && !chain.isAuthentic(audit.keys())) {
            return finding(
                    part,
                    Finding.Type.CHANGED,
                    Math.max(1, end),
                    "The end of the chain was not written by this server.");
        }
        if (beginning.previous() == null) {
            return finding(part, Finding.Type.REMOVED, part.first() - 1, "The record is missing.");
        }
        var scope = new Scope(
                realm,
                part.first(),
                beginning.previous(),
                part.last(),
                Math.max(end, part.last()),
                audit.clock().instant());
        var verifier = new Verifier(scope, beginning.keys(), anchor);
        beginning.retentions().forEach(one -> verifier.retention(one.body(), one.signature()));
        for (var first = part.first(); first <= part.last() && !verifier.hasFinding(); first += ChainRows.WINDOW) {
            feed(verifier, new SeqRange(first, Math.min(part.last(), first + ChainRows.WINDOW - 1)));
        }
        var whole = part.first() == beginning.archived() + 1;
        var report = verifier.end(chain != null && part.last() == end && whole ? known(chain) : ChainEnd.UNKNOWN);
        return report.holds() ? neverExpired(beginning).map(report::with).orElse(report) : report;
    }

    /** Only what has ended goes into an archive; what is said to be there and has not, somebody has removed. */
    private static Optional<Finding> neverExpired(Beginning beginning) {
        var ranges = new ArrayList<SeqRange>();
        for (var retention : beginning.retentions()) {
            try {
                ranges.addAll(RetentionCheckpoint.ofTree(Json.object(retention.body()))
                        .ranges());
            } catch (MalformedException e) {
                throw new IllegalStateException("What was verified cannot be read", e);
            }
        }
        ranges.sort(Comparator.comparingLong(SeqRange::first));
        var missing = 1L;
        for (var range : ranges) {
            if (range.first() > missing) {
                break;
            }
            missing = Math.max(missing, range.last() + 1);
        }
        return missing > beginning.archived()
                ? Optional.empty()
                : Optional.of(new Finding(
                        Finding.Type.REMOVED,
                        missing,
                        missing,
                        null,
                        null,
                        "It is said to be in the archive, and no retention checkpoint says that its time was over."));
    }

    private static ChainEnd known(ChainRow chain) {
        return new ChainEnd(Hash.of(chain.hash()), chain.checkpointNumber(), chain.retentionNumber());
    }

    private Beginning beginning(long first) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> Sql.in(session, sql -> {
                    var rows = new ChainRows(sql, realm);
                    return new Beginning(
                            ChainRow.find(sql, realm),
                            rows.hash(first - 1).orElse(null),
                            VerificationKeyRows.all(sql, audit.signingKeys()),
                            rows.retentions(),
                            rows.behindEnd(),
                            new ArchiveRows(sql, realm).lastSeq());
                }));
    }

    private void feed(Verifier verifier, SeqRange window) {
        record Window(List<RecordRow> records, List<ChainRows.SignedRow> checkpoints) {}
        var read = KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> Sql.in(session, sql -> {
                    var rows = new ChainRows(sql, realm);
                    return new Window(rows.records(window), rows.checkpoints(window));
                }));
        var checkpoints = new ArrayDeque<>(read.checkpoints());
        for (var record : read.records()) {
            while (!checkpoints.isEmpty() && checkpoints.peek().lastSeq() < record.seq()) {
                feed(verifier, checkpoints.remove());
            }
            var body = record.body();
            verifier.row(
                    body == null
                            ? Row.tombstone(record.seq(), record.hash())
                            : Row.ofText(record.seq(), record.hash(), body));
        }
        checkpoints.forEach(checkpoint -> feed(verifier, checkpoint));
    }

    private static void feed(Verifier verifier, ChainRows.SignedRow checkpoint) {
        verifier.checkpoint(checkpoint.body(), checkpoint.signature());
    }

    private static Report finding(SeqQuestion.Part part, Finding.Type type, long seq, String detail) {
        return new Report(
                part.first(),
                part.first() - 1,
                0,
                0,
                0,
                0,
                0,
                null,
                0,
                new Finding(type, seq, seq, null, null, detail));
    }

    /** The anchor's file, each time it is read, to be closed in the end. */
    private static final class OpenAnchor implements AutoCloseable {
        private final @Nullable Path file;
        private final List<InputStream> opened = new ArrayList<>();

        OpenAnchor(@Nullable Path file) {
            this.file = file;
        }

        Anchor anchor() {
            return file == null || !Files.exists(file) ? Anchor.NONE : new AnchorFile(this::open);
        }

        private InputStream open() {
            try {
                var in = Files.newInputStream(Objects.requireNonNull(file));
                opened.add(in);
                return in;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            for (var in : opened) {
                try {
                    in.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}

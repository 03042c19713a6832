package org.keysteward.audit.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
import org.keysteward.audit.integrity.Row;
import org.keysteward.audit.integrity.Scope;
import org.keysteward.audit.integrity.SeqRange;
import org.keysteward.audit.integrity.VerificationKeys;
import org.keysteward.audit.integrity.Verifier;

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
        /** How many of each kind were signed by then. */
        List<Long> statements() {
            return chain == null ? List.of() : List.of(chain.checkpointNumber(), chain.retentionNumber());
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

    /**
     * @param part which records; those behind its end are not looked at
     * @param toEnd whether all are meant that there are by now, wherever the part ends
     */
    Report report(SeqQuestion.Part part, boolean toEnd) {
        var report = attempt(part, toEnd);
        for (var attempt = 1; attempt < ATTEMPTS && isOvertaken(report); attempt++) {
            report = attempt(part, toEnd);
        }
        return report.report();
    }

    private record Attempt(Report report, Beginning beginning) {}

    /** What became a tombstone, or was signed, while it was read looks wrong to a reader who did not know of that. */
    private boolean isOvertaken(Attempt attempt) {
        return !attempt.report().holds()
                && !beginning(1).statements().equals(attempt.beginning().statements());
    }

    private Attempt attempt(SeqQuestion.Part asked, boolean toEnd) {
        var now = audit.clock().instant();
        var beginning = beginning(asked.first());
        var chain = beginning.chain();
        var part = toEnd && chain != null
                ? new SeqQuestion.Part(asked.first(), Math.max(chain.seq(), asked.first() - 1))
                : asked;
        try (var anchor = new OpenAnchor(audit.anchorFile())) {
            return new Attempt(report(part, beginning, anchor.anchor(), now), beginning);
        }
    }

    private Report report(SeqQuestion.Part part, Beginning beginning, Anchor anchor, Instant now) {
        var chain = beginning.chain();
        var end = chain == null ? 0 : chain.seq();
        if (beginning.previous() == null) {
            return finding(part, Finding.Type.REMOVED, part.first() - 1, "The record is missing.");
        }
        var scope = new Scope(realm, part.first(), beginning.previous(), part.last(), Math.max(end, part.last()), now);
        var verifier = new Verifier(scope, beginning.keys(), anchor);
        beginning.retentions().forEach(one -> verifier.retention(one.body(), one.signature()));
        for (var first = part.first(); first <= part.last() && !verifier.hasFinding(); first += ChainRows.WINDOW) {
            feed(verifier, new SeqRange(first, Math.min(part.last(), first + ChainRows.WINDOW - 1)));
        }
        var report =
                verifier.end(chain != null && part.last() == end ? known(chain, part, beginning) : ChainEnd.UNKNOWN);
        return report.holds() ? atTheEnd(part, beginning).orElse(report) : report;
    }

    /** What is wrong behind everything that was looked at, which may all be right. */
    private Optional<Report> atTheEnd(SeqQuestion.Part part, Beginning beginning) {
        var chain = beginning.chain();
        var behind = beginning.behindEnd();
        if (chain == null) {
            return behind.map(seq ->
                    finding(part, Finding.Type.CHANGED, seq, "The row that says where the chain ends is missing."));
        }
        if (!chain.isAuthentic(audit.keys())) {
            return Optional.of(finding(
                    part,
                    Finding.Type.CHANGED,
                    Math.max(1, chain.seq()),
                    "The end of the chain was not written by this server."));
        }
        return behind.map(seq ->
                        finding(part, Finding.Type.INSERTED, seq, "There is a record behind the end of the chain."))
                .or(() -> ArchiveRows.unexplained(beginning.retentions(), beginning.archived())
                        .map(seq -> finding(
                                part,
                                Finding.Type.REMOVED,
                                seq,
                                "It is said to be in the archive, and no retention checkpoint says that its time was"
                                        + " over.")));
    }

    /** In a part of it there need be no checkpoint, so that their number says nothing. */
    private static ChainEnd known(ChainRow chain, SeqQuestion.Part part, Beginning beginning) {
        // Of those in the archive the database has none.
        var whole = part.first() == beginning.archived() + 1 && chain.checkpointSeq() > beginning.archived();
        return new ChainEnd(Hash.of(chain.hash()), whole ? chain.checkpointNumber() : null, chain.retentionNumber());
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

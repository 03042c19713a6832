package org.keysteward.audit.keycloak;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.audit.integrity.Hash;
import org.keysteward.audit.integrity.SeqRange;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.keycloak.AuditTrailProvider;

/**
 * Writes months of which only tombstones are left to files, and takes them out of the database: oldest first, so that
 * what is left is one stretch of each chain.
 */
final class Archives {
    private static final Logger LOG = Logger.getLogger(Archives.class);
    private static final int ROWS_AT_ONCE = 1000;

    /** Nodes' clocks differ, and a transaction may still be sealing. */
    private static final Duration AFTERWARDS = Duration.ofDays(1);

    /** A realm's records of a month. */
    private record Part(String realm, String realmName, SeqRange records, Hash lastHash) {}

    private record Written(Part part, String fileName, Hash file) {}

    private final AuditFactory audit;
    private final @Nullable Path directory;

    Archives(AuditFactory audit, @Nullable Path directory) {
        this.audit = audit;
        this.directory = directory;
    }

    void run(KeycloakSessionFactory factory) {
        if (directory == null) {
            return;
        }
        try {
            var goesOn = true;
            while (goesOn && !Thread.currentThread().isInterrupted()) {
                goesOn = archiveOldest(factory, directory);
            }
        } catch (IOException e) {
            LOG.errorf(
                    "The audit archive cannot be written: %s. Nothing was removed; it is tried again.", e.getMessage());
        }
    }

    private boolean archiveOldest(KeycloakSessionFactory factory, Path into) throws IOException {
        Optional<Month> oldest = in(factory, (session, sql) -> {
            removeLeftOvers(sql);
            return oldest(sql);
        });
        if (oldest.isEmpty() || !isOver(oldest.get())) {
            return false;
        }
        var month = oldest.get();
        Optional<List<Part>> parts = in(factory, (session, sql) -> parts(session, sql, month));
        if (parts.isEmpty()) {
            return false;
        }
        var written = new ArrayList<Written>();
        for (var part : parts.get()) {
            written.add(write(factory, into, month, part));
        }
        in(factory, (session, sql) -> finish(session, sql, month, written));
        removeAll(factory);
        LOG.infof("The audit records of %s are in the archive and no longer in the database", month.month());
        return true;
    }

    private boolean isOver(Month month) {
        return month.end() + AFTERWARDS.toMillis() <= audit.clock().millis();
    }

    private static Optional<Month> oldest(Sql sql) throws SQLException {
        return sql.isPostgres()
                ? Partitions.all(sql).stream().findFirst()
                : sql
                        .list(
                                "select SEALED_AT from KS_AUDIT_RECORD order by SEALED_AT limit 1",
                                row -> Month.of(row.getLong(1)))
                        .stream()
                        .findFirst();
    }

    /** Nothing where a record of any realm has content, or what is there is not signed all over or not complete. */
    private static Optional<List<Part>> parts(KeycloakSession session, Sql sql, Month month) throws SQLException {
        var live = sql.list(
                "select 1 from KS_AUDIT_RECORD where SEALED_AT >= ? and SEALED_AT < ? and CATEGORY is not null limit 1",
                row -> 1,
                month.begin(),
                month.end());
        if (!live.isEmpty()) {
            return Optional.empty();
        }
        record Span(String realm, SeqRange records, long count) {}
        var spans = sql.list(
                "select REALM_ID, min(SEQ), max(SEQ), count(*) from KS_AUDIT_RECORD where SEALED_AT >= ?"
                        + " and SEALED_AT < ? group by REALM_ID order by REALM_ID",
                row -> new Span(row.getString(1), new SeqRange(row.getLong(2), row.getLong(3)), row.getLong(4)),
                month.begin(),
                month.end());
        var parts = new ArrayList<Part>();
        for (var span : spans) {
            var records = span.records();
            var first = new ArchiveRows(sql, span.realm()).lastSeq() + 1;
            if (records.first() != first || records.last() - first + 1 != span.count()) {
                LOG.errorf(
                        "The audit records of realm %s in %s are not all there, and are not archived: have the chain"
                                + " verified",
                        span.realm(), month.month());
                return Optional.empty();
            }
            if (!isSigned(sql, span.realm(), records.last())) {
                return Optional.empty();
            }
            var model = session.realms().getRealm(span.realm());
            parts.add(new Part(
                    span.realm(),
                    model == null ? span.realm() : model.getName(),
                    records,
                    new ChainRows(sql, span.realm()).hash(records.last()).orElseThrow()));
        }
        return Optional.of(parts);
    }

    /** All of it, and the anchor has what was signed. */
    private static boolean isSigned(Sql sql, String realm, long last) throws SQLException {
        var chain = ChainRow.find(sql, realm);
        return chain != null
                && chain.checkpointSeq() >= last
                && sql.list(
                                "select 1 from KS_AUDIT_CHECKPOINT where REALM_ID = ? and FIRST_SEQ <= ? and ANCHORED = false"
                                        + " limit 1",
                                row -> 1,
                                realm,
                                last)
                        .isEmpty();
    }

    private Written write(KeycloakSessionFactory factory, Path into, Month month, Part part) throws IOException {
        var file = new ArchiveFile(into, part.realm(), month);
        var export = new ChainExport(
                factory,
                audit,
                part.realm(),
                part.realmName(),
                new SeqQuestion.Part(part.records().first(), part.records().last()));
        var keys = in(factory, (session, sql) -> VerificationKeyRows.all(sql, audit.signingKeys()));
        return new Written(part, file.name(), file.write(export, keys));
    }

    private boolean finish(KeycloakSession session, Sql sql, Month month, List<Written> written) throws SQLException {
        var now = audit.clock().instant();
        for (var one : written) {
            var part = one.part();
            ChainRow.lock(sql, session, part.realm(), audit.keys(), now);
            new ArchiveRows(sql, part.realm())
                    .insert(part.records(), part.lastHash(), month, one.fileName(), one.file(), now.toEpochMilli());
            record(session, one);
        }
        if (sql.isPostgres()) {
            Partitions.drop(sql, month);
        }
        return true;
    }

    private static void record(KeycloakSession session, Written written) {
        var part = written.part();
        var model = session.realms().getRealm(part.realm());
        if (model == null) {
            return;
        }
        session.getContext().setRealm(model);
        session.getProvider(AuditTrailProvider.class)
                .record(new AuditEntry(
                        AuditEntry.Category.COMPLIANCE,
                        "archive.written",
                        new Actor.Server(),
                        null,
                        new AuditEntry.Target("audit", part.realm()),
                        AuditEntry.Outcome.SUCCESS,
                        List.of(
                                new AuditEntry.Change("/file", null, written.fileName()),
                                new AuditEntry.Change(
                                        "/sha256", null, written.file().toString()),
                                new AuditEntry.Change(
                                        "/fromSeq", null, part.records().first()),
                                new AuditEntry.Change(
                                        "/toSeq", null, part.records().last()))));
    }

    /** Where there are no partitions, rows that were archived go some at a time. */
    private static void removeAll(KeycloakSessionFactory factory) {
        int removed;
        do {
            removed = in(factory, (session, sql) -> removeLeftOvers(sql));
        } while (removed == ROWS_AT_ONCE && !Thread.currentThread().isInterrupted());
    }

    private static int removeLeftOvers(Sql sql) throws SQLException {
        return sql.isPostgres()
                ? 0
                : sql.update("delete from KS_AUDIT_RECORD r where r.SEQ <= (select coalesce(max(a.LAST_SEQ), 0)"
                        + " from KS_AUDIT_ARCHIVE a where a.REALM_ID = r.REALM_ID) limit " + ROWS_AT_ONCE);
    }

    private interface Work<T> {
        T with(KeycloakSession session, Sql sql) throws SQLException;
    }

    private static <T> T in(KeycloakSessionFactory factory, Work<T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> Sql.in(session, sql -> work.with(session, sql)));
    }
}

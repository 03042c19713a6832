package org.keysteward.audit.keycloak;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.audit.AuditPermissions;
import org.keysteward.audit.query.Parameters;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.AuditTrailProvider;

/** What concerns a realm's chain as a whole, and so is no tenant's: proofs, checkpoints, keys, exports, verification. */
final class ChainReads {
    private static final String LIST = "audit-checkpoints";

    /** Of this node, of exports and verifications together: each keeps a processor busy. */
    private static final Semaphore AT_ONCE = new Semaphore(4);

    private final ApiRequest request;
    private final AuditFactory audit;

    ChainReads(ApiRequest request, Permission needed) {
        request.require(needed);
        this.request = request;
        this.audit = AuditFactory.of(request.session());
    }

    Map<String, Object> proof(String id) {
        UUID uuid;
        try {
            uuid = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw AuditProblems.unknownRecord();
        }
        return Sql.in(
                request.session(),
                sql -> new Proofs(sql, audit, realm()).of(uuid).toTree());
    }

    String keys() {
        return Sql.in(
                request.session(),
                sql -> VerificationKeyRows.all(sql, audit.signingKeys()).toJson());
    }

    Page<CheckpointView> checkpoints() {
        var errors = new FieldErrors();
        var values = values(List.of("type", "limit", "cursor"), errors);
        var kind = values.getOrDefault("type", CheckpointRows.CHECKPOINT);
        if (!kind.equals(CheckpointRows.CHECKPOINT) && !kind.equals(CheckpointRows.RETENTION)) {
            errors.add("?type", "A type is checkpoint or retention.");
        }
        AuditProblems.refuse(errors);
        var count = request.limit(values.get("limit"));
        var list = LIST + "\0" + kind;
        var before = request.position(list, values.get("cursor"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        List<ChainRows.SignedRow> rows =
                Sql.in(request.session(), sql -> new ChainRows(sql, realm()).page(kind, before, count + 1));
        return Page.cut(rows, count, CheckpointView::of, row -> request.cursor(list, Long.toString(row.number())));
    }

    VerificationView verify() {
        var part = part(SeqQuestion.PLACES);
        claim();
        try {
            endTransaction();
            var report = new ChainVerification(request.session().getKeycloakSessionFactory(), audit, realm())
                    .report(part, !query().containsKey("toSeq"));
            var outcome = report.finding()
                    .map(found -> AuditEntry.Outcome.failure(found.type().name().toLowerCase(java.util.Locale.ROOT)))
                    .orElse(AuditEntry.Outcome.SUCCESS);
            // The request's own transaction has ended long ago.
            KeycloakModelUtils.runJobInTransaction(
                    request.session().getKeycloakSessionFactory(),
                    request.session().getContext(),
                    session -> session.getProvider(AuditTrailProvider.class)
                            .record(entry("audit.verified", part, outcome)));
            return VerificationView.of(report, audit.anchorFile() != null);
        } finally {
            AT_ONCE.release();
        }
    }

    Response export() {
        var part = part(Parameters.names(SeqQuestion.PLACES, "from", "to"));
        claim();
        // Whoever writes it claims it anew: nobody says when a caller has gone who never read a word.
        AT_ONCE.release();
        request.record(entry("audit.exported", part, AuditEntry.Outcome.SUCCESS));
        var export = new ChainExport(
                request.session().getKeycloakSessionFactory(),
                audit,
                realm(),
                request.realm().getName(),
                part);
        endTransaction();
        StreamingOutput claimed = output -> {
            AT_ONCE.acquireUninterruptibly();
            try {
                export.write(output);
            } finally {
                AT_ONCE.release();
            }
        };
        return Response.ok(claimed, new MediaType("application", "x-ndjson"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"audit-" + part.first() + "-" + part.last() + ".jsonl\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private SeqQuestion.Part part(List<String> known) {
        var errors = new FieldErrors();
        var question = SeqQuestion.of(values(known, errors), errors);
        AuditProblems.refuse(errors);
        SeqQuestion.Part part = Sql.in(request.session(), sql -> {
            var chain = ChainRow.find(sql, realm());
            return question.part(sql, realm(), chain == null ? 0 : chain.seq(), errors);
        });
        AuditProblems.refuse(errors);
        return part;
    }

    private AuditEntry entry(String action, SeqQuestion.Part part, AuditEntry.Outcome outcome) {
        return new AuditEntry(
                AuditEntry.Category.COMPLIANCE,
                action,
                request.actor(),
                null,
                new AuditEntry.Target("audit", realm()),
                outcome,
                List.of(
                        new AuditEntry.Change("/fromSeq", null, part.first()),
                        new AuditEntry.Change("/toSeq", null, part.last())));
    }

    private Map<String, String> values(List<String> known, FieldErrors errors) {
        return Parameters.single(query(), known, errors);
    }

    private Map<String, List<String>> query() {
        return request.session().getContext().getUri().getQueryParameters();
    }

    private void claim() {
        if (!AT_ONCE.tryAcquire()) {
            request.session().getContext().getHttpResponse().setHeader("Retry-After", "10");
            throw AuditProblems.busy("This node exports and verifies as much as it may; try again later.");
        }
    }

    /** What follows takes its time, and must not keep a connection meanwhile. */
    private void endTransaction() {
        request.session().getTransactionManager().commit();
    }

    private String realm() {
        return request.realm().getId();
    }

    static ChainReads reading(ApiRequest request) {
        return new ChainReads(request, AuditPermissions.READ);
    }
}

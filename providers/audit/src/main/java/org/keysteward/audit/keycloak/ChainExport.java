package org.keysteward.audit.keycloak;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.audit.integrity.Disclosure;
import org.keysteward.audit.integrity.Hash;
import org.keysteward.audit.integrity.SeqRange;
import org.keysteward.audit.integrity.Times;
import org.keysteward.audit.integrity.VerificationKey;
import org.keysteward.audit.query.RecordView;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.json.Json;

/**
 * A part of a chain as JSON lines (docs/audit-format.md). It is read window by window, each in a transaction of its own
 * that ends before the caller is written to: a slow caller holds nothing.
 */
final class ChainExport implements StreamingOutput {
    private static final String RECORD = "{\"kind\":\"record\"";
    private static final String TOMBSTONE = "{\"kind\":\"tombstone\"";

    private final KeycloakSessionFactory factory;
    private final AuditFactory audit;
    private final String realm;
    private final String realmName;
    private final SeqQuestion.Part part;

    ChainExport(
            KeycloakSessionFactory factory, AuditFactory audit, String realm, String realmName, SeqQuestion.Part part) {
        this.factory = factory;
        this.audit = audit;
        this.realm = realm;
        this.realmName = realmName;
        this.part = part;
    }

    @Override
    public void write(OutputStream output) throws IOException {
        var out = new BufferedOutputStream(output, 64 * 1024);
        write(out, reading(this::beginning));
        var records = 0L;
        var tombstones = 0L;
        for (var first = part.first(); first <= part.last(); first += ChainRows.WINDOW) {
            var window = new SeqRange(first, Math.min(part.last(), first + ChainRows.WINDOW - 1));
            var lines = reading((sql, rows) -> lines(sql, rows, window));
            records += lines.stream().filter(line -> line.startsWith(RECORD)).count();
            tombstones +=
                    lines.stream().filter(line -> line.startsWith(TOMBSTONE)).count();
            write(out, lines);
        }
        write(out, List.of(line("end", Map.of("records", records, "tombstones", tombstones))));
        out.flush();
    }

    /** What is read in one transaction. */
    private interface Reading {
        List<String> lines(Sql sql, ChainRows rows) throws SQLException;
    }

    private List<String> reading(Reading reading) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> Sql.in(session, sql -> reading.lines(sql, new ChainRows(sql, realm))));
    }

    private List<String> beginning(Sql sql, ChainRows rows) throws SQLException {
        var lines = new ArrayList<String>();
        var header = new LinkedHashMap<String, @Nullable Object>();
        header.put("format", "keysteward-audit/1");
        header.put("realm", realm);
        header.put("realmName", realmName);
        header.put("firstSeq", part.first());
        header.put("lastSeq", part.last());
        var chain = ChainRow.find(sql, realm);
        header.put("endSeq", Math.max(part.last(), chain == null ? 0 : chain.seq()));
        header.put(
                "previousHash", rows.hash(part.first() - 1).map(Hash::toString).orElse(null));
        header.put("time", Times.text(audit.clock().instant()));
        lines.add(line("header", header));
        VerificationKeyRows.all(sql, audit.signingKeys()).all().stream()
                .map(VerificationKey::toJwk)
                .forEach(jwk -> lines.add(line("key", Map.of("jwk", jwk))));
        rows.retentions().forEach(one -> lines.add(signed(CheckpointRows.RETENTION, one)));
        return lines;
    }

    private List<String> lines(Sql sql, ChainRows rows, SeqRange window) throws SQLException {
        var records = rows.records(window);
        var commitments = new HashMap<Long, Set<String>>();
        var all = new HashSet<String>();
        for (var record : records) {
            var body = record.body();
            var own = body == null ? Set.<String>of() : RecordView.commitments(RecordViews.tree(body));
            commitments.put(record.seq(), own);
            all.addAll(own);
        }
        var disclosures = new PersonRows(sql, audit.keys(), realm).disclose(all);
        var checkpoints = new ArrayDeque<>(rows.checkpoints(window));
        var lines = new ArrayList<String>();
        for (var record : records) {
            while (!checkpoints.isEmpty() && checkpoints.peek().lastSeq() < record.seq()) {
                lines.add(signed(CheckpointRows.CHECKPOINT, checkpoints.remove()));
            }
            var opened = commitments.getOrDefault(record.seq(), Set.of()).stream()
                    .sorted()
                    .map(disclosures::get)
                    .filter(Objects::nonNull)
                    .map(Disclosure::toTree)
                    .toList();
            lines.add(line(record, opened));
        }
        checkpoints.forEach(one -> lines.add(signed(CheckpointRows.CHECKPOINT, one)));
        return lines;
    }

    /** The body as it was chained, letter by letter. */
    private static String line(RecordRow record, List<?> disclosures) {
        var place = ",\"seq\":" + record.seq() + ",\"hash\":\"" + record.hash() + "\"";
        return record.body() == null
                ? TOMBSTONE + place + "}"
                : RECORD + place + ",\"record\":" + record.body() + ",\"disclosures\":" + Json.write(disclosures) + "}";
    }

    private static String signed(String kind, ChainRows.SignedRow signed) {
        return "{\"kind\":\"" + kind + "\",\"checkpoint\":" + signed.body() + ",\"signature\":\""
                + Base64Url.encode(signed.signature()) + "\"}";
    }

    private static String line(String kind, Map<String, ? extends @Nullable Object> members) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("kind", kind);
        line.putAll(members);
        return Json.write(line);
    }

    private static void write(OutputStream out, List<String> lines) throws IOException {
        for (var line : lines) {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        }
    }
}

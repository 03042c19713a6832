package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.util.UUID;
import org.keysteward.audit.integrity.Checkpoint;
import org.keysteward.audit.integrity.InclusionProof;
import org.keysteward.audit.integrity.Signed;
import org.keysteward.audit.query.RecordView;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;

/** Proves that a checkpoint covers a record. */
final class Proofs {
    private final Sql sql;
    private final AuditFactory audit;
    private final String realm;

    Proofs(Sql sql, AuditFactory audit, String realm) {
        this.sql = sql;
        this.audit = audit;
        this.realm = realm;
    }

    /** @throws org.keysteward.kernel.keycloak.ProblemException where there is no such record, or none has signed it yet */
    InclusionProof of(UUID id) throws SQLException {
        var row = new RecordQuery(sql, audit.keys(), realm, null).one(id).orElseThrow(AuditProblems::unknownRecord);
        var rows = new ChainRows(sql, realm);
        var signed = rows.checkpointOf(row.seq()).orElseThrow(AuditProblems::notSigned);
        try {
            var record = Json.object(String.valueOf(row.body()));
            var checkpoint = new Signed<>(Checkpoint.ofTree(Json.object(signed.body())), signed.signature());
            return InclusionProof.of(
                    record,
                    rows.hash(row.seq() - 1).orElseThrow(() -> broken(null)),
                    new PersonRows(sql, audit.keys(), realm)
                            .disclose(RecordView.commitments(record)).values().stream()
                                    .toList(),
                    rows.hashes(checkpoint.statement().span()),
                    checkpoint,
                    VerificationKeyRows.all(sql, audit.signingKeys())
                            .find(signed.kid())
                            .orElseThrow(() -> broken(null)));
        } catch (MalformedException | IllegalArgumentException e) {
            throw broken(e);
        }
    }

    private static IllegalStateException broken(@org.jspecify.annotations.Nullable Exception cause) {
        return new IllegalStateException("The chain around the record is broken; have it verified", cause);
    }
}

package org.keysteward.audit.keycloak;

import java.util.Map;
import org.keysteward.kernel.json.Base64Url;

/**
 * What was signed about the chain.
 *
 * @param checkpoint the statement, of which the signature is over the canonical form
 * @param signature Ed25519, as base64url
 * @param kid the key
 */
public record CheckpointView(
        long number, long firstSeq, long lastSeq, Map<String, Object> checkpoint, String kid, String signature) {
    static CheckpointView of(ChainRows.SignedRow row) {
        return new CheckpointView(
                row.number(),
                row.firstSeq(),
                row.lastSeq(),
                RecordViews.tree(row.body()),
                row.kid(),
                Base64Url.encode(row.signature()));
    }
}

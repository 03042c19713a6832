package org.keysteward.audit.integrity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;

/** A statement and its signature, which need not hold. */
public final class Signed<S extends Statement> {
    private final S statement;
    private final byte[] signature;

    public Signed(S statement, byte[] signature) {
        this.statement = statement;
        this.signature = signature.clone();
    }

    /** @throws IllegalArgumentException where the statement names another key */
    public static <S extends Statement> Signed<S> by(CheckpointSigner signer, S statement) {
        if (!signer.kid().equals(statement.kid())) {
            throw new IllegalArgumentException(
                    "The statement names the key " + statement.kid() + ", not " + signer.kid());
        }
        return new Signed<>(statement, signer.sign(statement.message()));
    }

    public S statement() {
        return statement;
    }

    public byte[] signature() {
        return signature.clone();
    }

    public boolean isSignedBy(VerificationKey key) {
        return key.kid().equals(statement.kid()) && key.verifies(statement.message(), signature);
    }

    /** The line of an export, an archive or the anchor, without its line break. */
    public String toLine() {
        var line = new LinkedHashMap<String, Object>();
        line.put("kind", statement instanceof Checkpoint ? Checkpoint.TYPE : RetentionCheckpoint.TYPE);
        line.put("checkpoint", statement.toTree());
        line.put("signature", Base64Url.encode(signature));
        return Json.write(line);
    }

    /** @throws MalformedException where the line is not one of a checkpoint */
    static Signed<Checkpoint> checkpoint(Map<String, ? extends @Nullable Object> line) throws MalformedException {
        var members = new Members("checkpoint's line", line);
        return new Signed<>(Checkpoint.ofTree(members.object("checkpoint")), members.bytes("signature"));
    }

    /** @throws MalformedException where the line is not one of a retention checkpoint */
    static Signed<RetentionCheckpoint> retention(Map<String, ? extends @Nullable Object> line)
            throws MalformedException {
        var members = new Members("retention checkpoint's line", line);
        return new Signed<>(RetentionCheckpoint.ofTree(members.object("checkpoint")), members.bytes("signature"));
    }
}

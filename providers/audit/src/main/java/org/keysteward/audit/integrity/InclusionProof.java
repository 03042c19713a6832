package org.keysteward.audit.integrity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.integrity.Finding.Type;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;
import org.keysteward.kernel.signing.JwkException;

/**
 * That a checkpoint covers a record, for somebody who may not see the other records.
 *
 * @param previousHash {@code hash(seq - 1)}
 * @param key the public key of the checkpoint, as whoever made the proof names it
 */
public record InclusionProof(
        Map<String, @Nullable Object> record,
        Hash previousHash,
        List<Disclosure> disclosures,
        MerklePath path,
        Signed<Checkpoint> checkpoint,
        VerificationKey key) {
    static final String FORMAT = "keysteward-audit-proof/1";

    public InclusionProof {
        record = Json.objectOf(record);
        disclosures = List.copyOf(disclosures);
    }

    /**
     * @param hashes of all records of the checkpoint, in their order
     * @throws IllegalArgumentException where the record is not one of the checkpoint's, or the hashes are not its
     */
    public static InclusionProof of(
            Map<String, @Nullable Object> record,
            Hash previousHash,
            List<Disclosure> disclosures,
            List<Hash> hashes,
            Signed<Checkpoint> checkpoint,
            VerificationKey key) {
        var covered = checkpoint.statement().span();
        if (!(record.get("seq") instanceof Long seq)
                || !covered.contains(seq)
                || hashes.size() != covered.last() - covered.first() + 1) {
            throw new IllegalArgumentException("The checkpoint does not cover this record with these hashes");
        }
        var leaves = hashes.stream().map(Hash::bytes).toList();
        return new InclusionProof(
                record,
                previousHash,
                disclosures,
                MerkleTree.path(leaves, (int) (seq - covered.first())),
                checkpoint,
                key);
    }

    /** @throws MalformedException where it is not a proof; whether it holds is another matter */
    static InclusionProof ofTree(Map<String, ? extends @Nullable Object> tree) throws MalformedException {
        var members = new Members("proof", tree);
        members.requireText("format", FORMAT);
        try {
            return new InclusionProof(
                    members.object("record"),
                    members.hash("previousHash"),
                    members.disclosures(),
                    path(members.list("path")),
                    Signed.checkpoint(tree),
                    VerificationKey.ofJwk(members.object("jwk")));
        } catch (JwkException e) {
            throw new MalformedException("The key of a proof cannot be used: " + e.detail(), e);
        }
    }

    /** @throws MalformedException where it is not a proof; whether it holds is another matter */
    public static InclusionProof parse(String json) throws MalformedException {
        return ofTree(Json.object(json));
    }

    /** As it is written. */
    public Map<String, Object> toTree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("format", FORMAT);
        tree.put("record", record);
        tree.put("previousHash", previousHash.toString());
        tree.put("disclosures", disclosures.stream().map(Disclosure::toTree).toList());
        tree.put("path", path.steps().stream().map(InclusionProof::step).toList());
        tree.put("checkpoint", checkpoint.statement().toTree());
        tree.put("signature", Base64Url.encode(checkpoint.signature()));
        tree.put("jwk", key.toJwk());
        return tree;
    }

    public String toJson() {
        return Json.write(toTree());
    }

    /**
     * What is wrong with it, if anything.
     *
     * @param trusted the keys that checkpoints may be signed with; the proof's own is not looked at
     */
    public Optional<Finding> check(VerificationKeys trusted) {
        var statement = checkpoint.statement();
        if (!trusted.verify(checkpoint)) {
            return Optional.of(Finding.of(
                    Type.CHECKPOINT_CHANGED,
                    statement,
                    "The signature of the checkpoint does not hold, or its key is not known."));
        }
        if (!isCovered(statement)) {
            return Optional.of(changed("This record is not one that the checkpoint covers."));
        }
        return Row.disclosuresHold(record, disclosures)
                ? Optional.empty()
                : Optional.of(Finding.at(
                        Type.DISCLOSURE_CHANGED,
                        seq(),
                        null,
                        "A value is disclosed that the record holds no commitment to."));
    }

    /** The place that the record names; 0 where it names none. */
    public long seq() {
        return record.get("seq") instanceof Long seq ? seq : 0;
    }

    private boolean isCovered(Checkpoint statement) {
        var covered = statement.span();
        if (!statement.realm().equals(record.get("realm"))
                || !covered.contains(seq())
                || (seq() == 1 && !previousHash.equals(RecordHash.genesis(statement.realm())))) {
            return false;
        }
        try {
            var hash = RecordHash.after(previousHash, CanonicalJson.bytes(record));
            return path.root(hash.bytes(), seq() - covered.first(), covered.last() - covered.first() + 1)
                    .filter(statement.root()::equals)
                    .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Finding changed(String detail) {
        return Finding.at(Type.CHANGED, seq(), record.get("id") instanceof String id ? id : null, detail);
    }

    private static Map<String, Object> step(MerklePath.Step step) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("side", step.side().name().toLowerCase(Locale.ROOT));
        tree.put("hash", step.hash().toString());
        return tree;
    }

    private static MerklePath path(List<?> trees) throws MalformedException {
        var steps = new ArrayList<MerklePath.Step>();
        for (var tree : trees) {
            if (!(tree instanceof Map<?, ?> object)) {
                throw new MalformedException("A step of a path is an object.");
            }
            var members = new Members("path's step", Json.objectOf(object));
            var side = switch (members.text("side")) {
                case "left" -> MerklePath.Side.LEFT;
                case "right" -> MerklePath.Side.RIGHT;
                default -> throw new MalformedException("A step of a path is on the left or on the right.");
            };
            steps.add(new MerklePath.Step(side, members.hash("hash")));
        }
        return new MerklePath(steps);
    }
}

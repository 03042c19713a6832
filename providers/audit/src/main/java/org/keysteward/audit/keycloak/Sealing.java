package org.keysteward.audit.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.audit.Draft;
import org.keysteward.audit.integrity.CanonicalJson;
import org.keysteward.audit.integrity.Checkpoint;
import org.keysteward.audit.integrity.Hash;
import org.keysteward.audit.integrity.MerkleTree;
import org.keysteward.audit.integrity.RecordHash;
import org.keysteward.audit.integrity.Signed;
import org.keysteward.audit.people.BlindIndex;

/**
 * Moves records from the inbox into a realm's chain: gives each its number, ties it to the one in front of it, and takes
 * out who somebody is.
 */
final class Sealing {
    /** How many are sealed in one transaction. */
    static final int BATCH = 1000;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ServerKeys keys;
    private final AuditMetrics metrics;
    private final Clock clock;
    private final SeenActions actions = new SeenActions();

    Sealing(ServerKeys keys, AuditMetrics metrics, Clock clock) {
        this.keys = keys;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Realms of which something waits. */
    List<String> waiting(KeycloakSession session) {
        var realms = Sql.in(
                session, sql -> sql.list("select distinct REALM_ID from KS_AUDIT_INBOX", row -> row.getString(1)));
        if (realms.isEmpty()) {
            metrics.nothingWaits();
        }
        return realms;
    }

    /**
     * Seals what waits of the realm, up to {@link #BATCH}.
     *
     * @return how many there were
     */
    int seal(KeycloakSession session, String realm) {
        return seal(session, realm, "", BATCH);
    }

    /** Seals this one alone. */
    void sealOne(KeycloakSession session, String realm, String id) {
        seal(session, realm, id, 1);
    }

    /** What waits of the realm, in the order in which it would be sealed. */
    List<String> waitingOf(KeycloakSession session, String realm) {
        return Sql.in(
                session,
                sql -> sql.list(
                        "select ID from KS_AUDIT_INBOX where REALM_ID = ? order by RECORD_TIME, ID limit " + BATCH,
                        row -> row.getString(1),
                        realm));
    }

    private int seal(KeycloakSession session, String realm, String id, int most) {
        return Sql.in(session, sql -> {
            var chain = ChainRow.lock(sql, session, realm, keys, clock.instant());
            var waiting = waiting(sql, realm, id, most);
            if (waiting.isEmpty()) {
                return 0;
            }
            // The order is the sequence's: a clock that went back does not show in it.
            var now = Instant.ofEpochMilli(Math.max(clock.millis(), chain.sealedAt()));
            // A month ends with a checkpoint, so that its archive can be verified by itself.
            if (chain.seq() > chain.checkpointSeq()
                    && !Month.of(chain.sealedAt()).equals(Month.of(now.toEpochMilli()))) {
                chain = checkpoint(sql, chain, now);
            }
            var sealed = sealed(sql, chain, waiting, now);
            SealedRecord.insert(sql, realm, sealed, now.toEpochMilli());
            HourCounts.of(sealed).add(sql, realm);
            actions.remember(sql, realm, sealed);
            sql.batch(
                    "delete from KS_AUDIT_INBOX where ID = ?",
                    sealed,
                    (statement, record) -> statement.setObject(1, record.id()));
            var last = sealed.get(sealed.size() - 1);
            var moved = chain.sealedUpTo(last.seq(), last.hash().bytes(), now.toEpochMilli());
            if (last.seq() - moved.checkpointSeq() >= Checkpoint.MAX_RECORDS - BATCH) {
                moved = checkpoint(sql, moved, now);
            }
            moved.save(sql, keys);
            metrics.sealed(sealed.size(), now.toEpochMilli() - waiting.get(0).time());
            return sealed.size();
        });
    }

    private static List<Inbox.Row> waiting(Sql sql, String realm, String id, int most) throws SQLException {
        var one = !id.isEmpty();
        return sql.list(
                "select ID, REALM_ID, RECORD_TIME, BODY, KID, PERSONAL from KS_AUDIT_INBOX where REALM_ID = ?"
                        + (one ? " and ID = ?" : "") + " order by RECORD_TIME, ID limit " + most,
                row -> new Inbox.Row(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBytes(6)),
                one ? new Object[] {realm, UUID.fromString(id)} : new Object[] {realm});
    }

    /** Signs what was sealed since the last checkpoint, where there is anything. */
    void checkpoint(KeycloakSession session, String realm) {
        Sql.in(session, sql -> {
            var chain = ChainRow.lock(sql, session, realm, keys, clock.instant());
            if (chain.seq() > chain.checkpointSeq()) {
                checkpoint(sql, chain, clock.instant()).save(sql, keys);
            }
            return realm;
        });
    }

    /** Realms whose last checkpoint was made before that time, and that have records since. */
    List<String> unsigned(KeycloakSession session, Instant before) {
        return Sql.in(
                session,
                sql -> sql.list(
                        "select REALM_ID from KS_AUDIT_CHAIN where LAST_SEQ > CHECKPOINT_SEQ and CHECKPOINT_AT <= ?",
                        row -> row.getString(1),
                        before.toEpochMilli()));
    }

    private ChainRow checkpoint(Sql sql, ChainRow chain, Instant now) throws SQLException {
        var tree = new MerkleTree();
        sql.list(
                        "select HASH from KS_AUDIT_RECORD where REALM_ID = ? and SEQ > ? and SEQ <= ? order by SEQ",
                        row -> row.getBytes(1),
                        chain.realm(),
                        chain.checkpointSeq(),
                        chain.seq())
                .forEach(tree::add);
        var signer = keys.signer();
        var checkpoint = new Checkpoint(
                chain.realm(),
                chain.checkpointNumber() + 1,
                chain.checkpointSeq() + 1,
                chain.seq(),
                tree.root(),
                Hash.of(chain.hash()),
                now,
                chain.checkpointHash() == null ? null : Hash.of(chain.checkpointHash()),
                signer.kid());
        CheckpointRows.insert(sql, Signed.by(signer, checkpoint), checkpoint.firstSeq(), checkpoint.lastSeq());
        return chain.signedBy(checkpoint, now.toEpochMilli());
    }

    private List<SealedRecord> sealed(Sql sql, ChainRow chain, List<Inbox.Row> waiting, Instant now)
            throws SQLException {
        var personal = new ArrayList<List<Draft.Personal>>();
        var all = new ArrayList<Draft.Personal>();
        for (var row : waiting) {
            var opened = personal(row);
            personal.add(opened);
            all.addAll(opened);
        }
        var commitments = new PersonRows(sql, keys, chain.realm()).keep(all, now);

        var index = keys.index();
        var sealed = new ArrayList<SealedRecord>();
        var previous = Hash.of(chain.hash());
        var seq = chain.seq();
        var first = 0;
        for (var i = 0; i < waiting.size(); i++) {
            var own = commitments.subList(first, first + personal.get(i).size());
            first += own.size();
            seq++;
            var record = Draft.sealed(tree(waiting.get(i)), seq, now, number -> own.get(number));
            var canonical = CanonicalJson.text(record);
            previous = RecordHash.after(previous, canonical.getBytes(StandardCharsets.UTF_8));
            sealed.add(SealedRecord.of(
                    waiting.get(i), seq, record, canonical, previous, address(index, chain.realm(), personal.get(i))));
        }
        return sealed;
    }

    private static @Nullable String address(BlindIndex index, String realm, List<Draft.Personal> personal) {
        return personal.stream()
                .filter(one -> one.kind() == Draft.Kind.ADDRESS)
                .findFirst()
                .map(one -> index.address(realm, String.valueOf(one.value())))
                .orElse(null);
    }

    private List<Draft.Personal> personal(Inbox.Row row) {
        if (row.kid() == null || row.personal() == null) {
            return List.of();
        }
        return keys.openInbox(row.kid(), row.personal(), row.id())
                .map(Inbox::personal)
                .orElseThrow(() -> new IllegalStateException("Audit record " + row.id()
                        + " cannot be decrypted: the server's key " + row.kid() + " is missing or another one"));
    }

    private static Map<String, Object> tree(Inbox.Row row) {
        try {
            return MAPPER.readerForMapOf(Object.class).readValue(row.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Audit record " + row.id() + " is not what was written", e);
        }
    }
}

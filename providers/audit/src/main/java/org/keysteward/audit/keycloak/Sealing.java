package org.keysteward.audit.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
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

    private static final Logger LOG = Logger.getLogger(Sealing.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_COLUMN = 255;
    private static final long HOUR = 3_600_000L;

    private final ServerKeys keys;
    private final AuditMetrics metrics;
    private final Clock clock;
    private final Set<String> knownActions = ConcurrentHashMap.newKeySet();

    Sealing(ServerKeys keys, AuditMetrics metrics, Clock clock) {
        this.keys = keys;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What is sealed: the chained record, its hash, and what it is found by. */
    private record Sealed(
            long seq,
            UUID id,
            long time,
            @Nullable String tenant,
            String category,
            String action,
            @Nullable String actor,
            @Nullable String target,
            boolean success,
            @Nullable String ipToken,
            String tags,
            String body,
            byte[] hash) {}

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
            insert(sql, realm, sealed, now.toEpochMilli());
            count(sql, realm, sealed);
            sql.batch(
                    "delete from KS_AUDIT_INBOX where ID = ?",
                    sealed,
                    (statement, record) -> statement.setObject(1, record.id()));
            var last = sealed.get(sealed.size() - 1);
            var moved = chain.sealedUpTo(last.seq(), last.hash(), now.toEpochMilli());
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

    private List<Sealed> sealed(Sql sql, ChainRow chain, List<Inbox.Row> waiting, Instant now) throws SQLException {
        var personal = new ArrayList<List<Draft.Personal>>();
        var all = new ArrayList<Draft.Personal>();
        for (var row : waiting) {
            var opened = personal(row);
            personal.add(opened);
            all.addAll(opened);
        }
        var commitments = new PersonRows(sql, keys, chain.realm()).keep(all, now);

        var index = keys.index();
        var sealed = new ArrayList<Sealed>();
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
            sealed.add(sealed(
                    waiting.get(i), seq, record, canonical, previous, address(index, chain.realm(), personal.get(i))));
        }
        return sealed;
    }

    private static Sealed sealed(
            Inbox.Row row,
            long seq,
            Map<String, Object> record,
            String canonical,
            Hash hash,
            @Nullable String ipToken) {
        var actor = object(record, "actor");
        var target = object(record, "target");
        var tags = new TreeSet<String>();
        if (record.get("tags") instanceof List<?> list) {
            list.forEach(tag -> tags.add(String.valueOf(tag)));
        }
        return new Sealed(
                seq,
                UUID.fromString(row.id()),
                row.time(),
                column(record.get("tenant")),
                String.valueOf(record.get("category")),
                String.valueOf(record.get("action")),
                column(actor.get("id")),
                column(target.get("id")),
                Boolean.TRUE.equals(object(record, "outcome").get("success")),
                ipToken,
                String.join(" ", tags),
                canonical,
                hash.bytes());
    }

    /** What is looked for: databases take neither a zero byte nor more than the column has. */
    private static @Nullable String column(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        var text = String.valueOf(value).replace("\0", "");
        return text.length() > MAX_COLUMN ? text.substring(0, MAX_COLUMN) : text;
    }

    private static Map<?, ?> object(Map<String, Object> record, String member) {
        return record.get(member) instanceof Map<?, ?> map ? map : Map.of();
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

    private static void insert(Sql sql, String realm, List<Sealed> sealed, long sealedAt) throws SQLException {
        sql.batch(
                "insert into KS_AUDIT_RECORD (REALM_ID, SEQ, SEALED_AT, ID, RECORD_TIME, TENANT_ID, CATEGORY, ACTION,"
                        + " ACTOR_ID, TARGET_ID, SUCCESS, IP_TOKEN, BODY, HASH)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sealed,
                (statement, record) -> {
                    statement.setString(1, realm);
                    statement.setLong(2, record.seq());
                    statement.setLong(3, sealedAt);
                    statement.setObject(4, record.id());
                    statement.setLong(5, record.time());
                    statement.setString(6, record.tenant());
                    statement.setString(7, record.category());
                    statement.setString(8, record.action());
                    statement.setString(9, record.actor());
                    statement.setString(10, record.target());
                    statement.setBoolean(11, record.success());
                    statement.setString(12, record.ipToken());
                    statement.setString(13, record.body());
                    statement.setBytes(14, record.hash());
                });
    }

    /** One row of the summary, and what is added to it. */
    private record Hour(String tenant, long at, String category, String action, boolean success) {}

    private record Counted(Hour hour, long records, long first, long last) {
        Counted and(Counted more) {
            return new Counted(hour, records + more.records, Math.min(first, more.first), Math.max(last, more.last));
        }
    }

    private void count(Sql sql, String realm, List<Sealed> sealed) throws SQLException {
        var hours = new HashMap<Hour, Counted>();
        for (var record : sealed) {
            var at = Math.floorDiv(record.time(), HOUR) * HOUR;
            var whole = new Hour("", at, record.category(), record.action(), record.success());
            hours.merge(whole, new Counted(whole, 1, record.seq(), record.seq()), Counted::and);
            var span = new Hour(HourRows.ANY, at, "", "", true);
            hours.merge(span, new Counted(span, 1, record.seq(), record.seq()), Counted::and);
            if (record.tenant() != null) {
                var own = new Hour(record.tenant(), at, record.category(), record.action(), record.success());
                hours.merge(own, new Counted(own, 1, record.seq(), record.seq()), Counted::and);
            }
            remember(sql, realm, record);
        }
        var counted = List.copyOf(hours.values());
        var updated = sql.batch(
                "update KS_AUDIT_HOUR set RECORDS = RECORDS + ?, FIRST_SEQ = least(FIRST_SEQ, ?), LAST_SEQ ="
                        + " greatest(LAST_SEQ, ?) where REALM_ID = ? and TENANT_ID = ? and HOUR_AT = ?"
                        + " and CATEGORY = ? and ACTION = ? and SUCCESS = ?",
                counted,
                (statement, one) -> {
                    statement.setLong(1, one.records());
                    statement.setLong(2, one.first());
                    statement.setLong(3, one.last());
                    statement.setString(4, realm);
                    statement.setString(5, one.hour().tenant());
                    statement.setLong(6, one.hour().at());
                    statement.setString(7, one.hour().category());
                    statement.setString(8, one.hour().action());
                    statement.setBoolean(9, one.hour().success());
                });
        var missing = new ArrayList<Counted>();
        for (var i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                missing.add(counted.get(i));
            }
        }
        sql.batch(
                "insert into KS_AUDIT_HOUR (REALM_ID, TENANT_ID, HOUR_AT, CATEGORY, ACTION, SUCCESS, RECORDS, FIRST_SEQ,"
                        + " LAST_SEQ) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                missing,
                (statement, one) -> {
                    statement.setString(1, realm);
                    statement.setString(2, one.hour().tenant());
                    statement.setLong(3, one.hour().at());
                    statement.setString(4, one.hour().category());
                    statement.setString(5, one.hour().action());
                    statement.setBoolean(6, one.hour().success());
                    statement.setLong(7, one.records());
                    statement.setLong(8, one.first());
                    statement.setLong(9, one.last());
                });
    }

    /** Under the chain's lock: nobody else inserts the same. */
    private void remember(Sql sql, String realm, Sealed record) throws SQLException {
        var key = realm + "\0" + record.action() + "\0" + record.tags();
        if (knownActions.contains(key)) {
            return;
        }
        var known = sql.list(
                "select 1 from KS_AUDIT_ACTION where REALM_ID = ? and ACTION = ? and TAGS = ?",
                row -> 1,
                realm,
                record.action(),
                record.tags());
        if (known.isEmpty()) {
            sql.update(
                    "insert into KS_AUDIT_ACTION (REALM_ID, ACTION, TAGS) values (?, ?, ?)",
                    realm,
                    record.action(),
                    record.tags());
            LOG.debugf("First %s in realm %s", record.action(), realm);
            // Known from the next batch on: this one may yet be rolled back.
            return;
        }
        knownActions.add(key);
    }
}

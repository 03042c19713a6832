package org.keysteward.audit.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.audit.Draft;
import org.keysteward.kernel.keycloak.Rows;

/** Where records wait until they are sealed. */
final class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What a row holds; also a line of the spool. */
    record Row(
            String id,
            String realm,
            long time,
            String body,
            @Nullable String kid,
            byte @Nullable [] personal) {
        InboxEntity entity() {
            return new InboxEntity(UUID.fromString(id), realm, time, body, kid, personal);
        }
    }

    private final ServerKeys keys;
    private final @Nullable Spool spool;
    private final Runnable written;

    /**
     * @param spool where records go that the database refuses; null where its refusal is the caller's
     * @param written to be told when something is there to be sealed
     */
    Inbox(ServerKeys keys, @Nullable Spool spool, Runnable written) {
        this.keys = keys;
        this.spool = spool;
        this.written = written;
    }

    boolean spools(Pending.Lasting lasting) {
        return spool != null && lasting == Pending.Lasting.SPOOLED;
    }

    /** Opens what the session needs to write while its transaction is completed. */
    void join(KeycloakSession session) {
        Rows.entityManager(session);
    }

    /** In the session's transaction; what the database refuses fails it. */
    void write(KeycloakSession session, Draft draft) {
        Rows.entityManager(session).persist(row(draft).entity());
        written.run();
    }

    /** In the session's transaction where it has not ended, and else in one of its own. */
    void writeLate(KeycloakSession session, Draft draft) {
        if (Rows.entityManager(session).isJoinedToTransaction()) {
            write(session, draft);
        } else {
            writeApart(session.getKeycloakSessionFactory(), draft);
        }
    }

    /** In a transaction of its own, as well as possible: what it is about has failed already. */
    void writeApart(KeycloakSessionFactory factory, Draft draft) {
        try {
            writeOrSpool(factory, draft);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Audit record %s could not be kept", draft.id());
        }
    }

    /** @throws RuntimeException where neither database nor spool takes it */
    void writeOrSpool(KeycloakSessionFactory factory, Draft draft) {
        var row = row(draft);
        try {
            insert(factory, row);
        } catch (RuntimeException e) {
            if (spool == null) {
                throw e;
            }
            LOG.warnf("The database refuses audit records; %s is kept in the spool", row.id());
            spool.append(row);
        }
    }

    void insert(KeycloakSessionFactory factory, Row row) {
        KeycloakModelUtils.runJobInTransaction(
                factory, session -> Rows.entityManager(session).persist(row.entity()));
        written.run();
    }

    private Row row(Draft draft) {
        var personal = draft.personal();
        var id = draft.id().toString();
        return new Row(
                id,
                draft.realm(),
                draft.time().toEpochMilli(),
                json(draft.body()),
                personal.isEmpty() ? null : keys.activeKid(),
                personal.isEmpty() ? null : keys.sealInbox(bytes(personal), id));
    }

    /** What {@link #row} has encrypted. */
    static List<Draft.Personal> personal(byte[] plaintext) {
        try {
            return MAPPER.readerForListOf(Draft.Personal.class).readValue(plaintext);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("An inbox row holds something else than was written", e);
        }
    }

    private static byte[] bytes(List<Draft.Personal> personal) {
        return json(personal.stream().map(Inbox::tree).toList()).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> tree(Draft.Personal one) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("person", one.person());
        tree.put("kind", one.kind().name());
        tree.put("value", one.value());
        tree.put("aliases", one.aliases());
        return tree;
    }

    private static String json(Object tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A record is made of texts, numbers, lists and objects", e);
        }
    }
}

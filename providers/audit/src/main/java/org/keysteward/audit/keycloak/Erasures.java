package org.keysteward.audit.keycloak;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.keycloak.AuditTrailProvider;

/** Erases persons from audit trails, and does so again where a restored backup has brought them back. */
final class Erasures {
    private static final Logger LOG = Logger.getLogger(Erasures.class);
    private static final Logger ANCHOR = Logger.getLogger("org.keysteward.audit.anchor");
    private static final int CHUNK = 500;

    /** A person who was erased. */
    record Erased(String person, long at) {}

    private final ServerKeys keys;
    private final ErasureList list;
    private final Clock clock;

    Erasures(ServerKeys keys, ErasureList list, Clock clock) {
        this.keys = keys;
        this.list = list;
        this.clock = clock;
    }

    boolean outliveTheDatabase() {
        return list.isKept();
    }

    /**
     * Erases a person of the session's realm, and records who has done it and why.
     *
     * @throws org.keysteward.kernel.keycloak.ProblemException where a legal hold is on the person, or the list of
     *     erasures cannot be written
     */
    Erased erase(KeycloakSession session, String person, String reason, Actor actor) {
        var realm = session.getContext().getRealm().getId();
        var now = clock.instant();
        return Sql.in(session, sql -> {
            // INVARIANT: holds are placed under this lock, and records sealed.
            ChainRow.lock(sql, session, realm, keys, now);
            var holds = new HoldRows(sql, realm).on(HoldRows.PERSON, person);
            if (!holds.isEmpty()) {
                throw AuditProblems.held(holds.stream()
                        .map(hold -> "Legal hold " + hold.id() + ": " + hold.reason())
                        .toList());
            }
            var known = find(sql, realm, person);
            if (known.isPresent()) {
                return known.get();
            }
            new PersonRows(sql, keys, realm).erase(person, now);
            record(session, person, reason, actor);
            // Before the commit: who stands in the list and was not erased is erased by it, which somebody has asked
            // for.
            remember(realm, person, now);
            return new Erased(person, now.toEpochMilli());
        });
    }

    /** In the order of time, behind that one. */
    List<Erased> after(KeycloakSession session, Erased last, int count) {
        var realm = session.getContext().getRealm().getId();
        return Sql.in(
                session,
                sql -> sql.list(
                        "select PERSON_ID, ERASED_AT from KS_AUDIT_PERSON where REALM_ID = ? and ERASED_AT is not null"
                                + " and (ERASED_AT > ? or ERASED_AT = ? and PERSON_ID > ?)"
                                + " order by ERASED_AT, PERSON_ID limit ?",
                        row -> new Erased(row.getString(1), row.getLong(2)),
                        realm,
                        last.at(),
                        last.at(),
                        last.person(),
                        count));
    }

    /** Erases whoever stands in this node's list and has come back. */
    void repeat(KeycloakSessionFactory factory) {
        try {
            list.read().forEach((realm, persons) -> {
                var all = List.copyOf(persons);
                for (var from = 0; from < all.size(); from += CHUNK) {
                    repeat(factory, realm, all.subList(from, Math.min(all.size(), from + CHUNK)));
                }
            });
        } catch (IOException e) {
            LOG.errorf("The audit trail's list of erasures cannot be read: %s", e.getMessage());
        }
    }

    private void repeat(KeycloakSessionFactory factory, String realm, List<String> persons) {
        var back = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> Sql.in(session, sql -> notErased(sql, realm, persons)));
        for (var person : back) {
            KeycloakModelUtils.runJobInTransaction(
                    factory, session -> Sql.in(session, sql -> again(sql, session, realm, person)));
        }
        if (!back.isEmpty()) {
            LOG.warnf("%d persons of realm %s had been erased and were back: erased again", back.size(), realm);
        }
    }

    private boolean again(Sql sql, KeycloakSession session, String realm, String person) throws SQLException {
        ChainRow.lock(sql, session, realm, keys, clock.instant());
        var erased = new PersonRows(sql, keys, realm).erase(person, clock.instant());
        var model = session.realms().getRealm(realm);
        if (erased && model != null) {
            session.getContext().setRealm(model);
            record(session, person, "Erased before, and brought back by a restored backup", new Actor.Server());
        }
        return erased;
    }

    /** Those of whom the realm's chain may hold something; of a realm without a chain there is nothing. */
    private static List<String> notErased(Sql sql, String realm, List<String> persons) throws SQLException {
        if (ChainRow.find(sql, realm) == null) {
            return List.of();
        }
        var parameters = new ArrayList<Object>(List.of(realm));
        parameters.addAll(persons);
        var erased = new HashSet<>(sql.list(
                "select PERSON_ID from KS_AUDIT_PERSON where REALM_ID = ? and ERASED_AT is not null and PERSON_ID in "
                        + Sql.marks(persons.size()),
                row -> row.getString(1),
                parameters.toArray()));
        return persons.stream().filter(person -> !erased.contains(person)).toList();
    }

    private static Optional<Erased> find(Sql sql, String realm, String person) throws SQLException {
        return sql
                .list(
                        "select PERSON_ID, ERASED_AT from KS_AUDIT_PERSON where REALM_ID = ? and PERSON_ID = ?"
                                + " and ERASED_AT is not null",
                        row -> new Erased(row.getString(1), row.getLong(2)),
                        realm,
                        person)
                .stream()
                .findFirst();
    }

    private void remember(String realm, String person, Instant time) {
        if (!list.isKept()) {
            // The log's copy is all that outlives the database.
            ANCHOR.infof(
                    "{\"kind\":\"erasure\",\"realm\":\"%s\",\"person\":\"%s\",\"time\":\"%s\"}", realm, person, time);
            return;
        }
        try {
            list.add(realm, person, time);
        } catch (IOException e) {
            LOG.errorf("The audit trail's list of erasures cannot be written: %s", e.getMessage());
            throw AuditProblems.erasureListRefused();
        }
    }

    private static void record(KeycloakSession session, String person, String reason, Actor actor) {
        session.getProvider(AuditTrailProvider.class)
                .record(new AuditEntry(
                        AuditEntry.Category.COMPLIANCE,
                        "person.erased",
                        actor,
                        null,
                        new AuditEntry.Target(AuditTrailFactory.NAMELESS, person),
                        AuditEntry.Outcome.SUCCESS,
                        List.of(new AuditEntry.Change("/reason", null, reason))));
    }
}

package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Destroys the keys and names of people of whom no record is left. Those who were erased stay so. */
final class ForgottenPeople {
    private static final int CHUNK = 100;
    private static final String UNKNOWN = "unknown-";

    private final ServerKeys keys;
    private final String realm;

    ForgottenPeople(ServerKeys keys, String realm) {
        this.keys = keys;
        this.realm = realm;
    }

    /** Looks at these, and at nobody else. */
    long forget(KeycloakSessionFactory factory, Collection<String> candidates, Instant now) {
        var all = List.copyOf(candidates);
        var forgotten = 0L;
        for (var from = 0; from < all.size(); from += CHUNK) {
            var chunk = all.subList(from, Math.min(from + CHUNK, all.size()));
            List<String> found = KeycloakModelUtils.runJobInTransactionWithResult(
                    factory, session -> Sql.in(session, sql -> unneeded(sql, chunk)));
            if (!found.isEmpty()) {
                forgotten += KeycloakModelUtils.runJobInTransactionWithResult(
                        factory, session -> lockedForget(session, found, now));
            }
        }
        return forgotten;
    }

    /** Looks at those who stand for somebody whom nobody knew in a month, where all of it may be over. */
    long forgetUnknown(KeycloakSessionFactory factory, Instant youngest, Instant now) {
        List<String> over = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> Sql.in(session, sql -> unknown(sql, youngest)));
        return over.isEmpty()
                ? 0
                : KeycloakModelUtils.runJobInTransactionWithResult(
                        factory,
                        session -> Sql.in(session, sql -> {
                            ChainRow.lock(sql, session, realm, keys, now);
                            return delete(sql, over);
                        }));
    }

    private long lockedForget(KeycloakSession session, List<String> found, Instant now) {
        return Sql.in(session, sql -> {
            // Whatever was sealed meanwhile speaks of them again.
            ChainRow.lock(sql, session, realm, keys, now);
            return delete(sql, unneeded(sql, found));
        });
    }

    private List<String> unneeded(Sql sql, List<String> candidates) throws SQLException {
        if (candidates.isEmpty()) {
            return List.of();
        }
        var parameters = new ArrayList<Object>(List.of(realm));
        parameters.addAll(candidates);
        var people = sql.list(
                "select PERSON_ID from KS_AUDIT_PERSON where REALM_ID = ? and ERASED_AT is null and PERSON_ID in "
                        + Sql.marks(candidates.size()),
                row -> row.getString(1),
                parameters.toArray());
        var unneeded = new ArrayList<String>();
        for (var person : people) {
            if (isUnneeded(sql, person)) {
                unneeded.add(person);
            }
        }
        return unneeded;
    }

    /** One statement each, so that the database has no other way than its indexes. */
    private boolean isUnneeded(Sql sql, String person) throws SQLException {
        return sql.list(
                                "select 1 from KS_AUDIT_RECORD where REALM_ID = ? and ACTOR_ID = ? limit 1",
                                row -> 1,
                                realm,
                                person)
                        .isEmpty()
                && sql.list(
                                "select 1 from KS_AUDIT_RECORD where REALM_ID = ? and TARGET_ID = ? limit 1",
                                row -> 1,
                                realm,
                                person)
                        .isEmpty();
    }

    private List<String> unknown(Sql sql, Instant youngest) throws SQLException {
        var people = sql.list(
                "select PERSON_ID from KS_AUDIT_PERSON where REALM_ID = ? and PERSON_ID like ? and ERASED_AT is null",
                row -> row.getString(1),
                realm,
                UNKNOWN + "____-__");
        var over = new ArrayList<String>();
        for (var person : people) {
            if (isOver(sql, person, youngest)) {
                over.add(person);
            }
        }
        return over;
    }

    private boolean isOver(Sql sql, String person, Instant youngest) throws SQLException {
        YearMonth month;
        try {
            month = YearMonth.parse(person.substring(UNKNOWN.length()));
        } catch (DateTimeException e) {
            return false;
        }
        var from = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var to = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (to.isAfter(youngest)) {
            return false;
        }
        var span = new HourRows(sql, realm).span(from, to);
        return sql.list(
                        "select 1 from KS_AUDIT_RECORD where REALM_ID = ? and SEQ >= ? and SEQ <= ? and RECORD_TIME >= ?"
                                + " and RECORD_TIME < ? limit 1",
                        row -> 1,
                        realm,
                        span.first(),
                        span.last(),
                        from.toEpochMilli(),
                        to.toEpochMilli())
                .isEmpty();
    }

    private long delete(Sql sql, List<String> people) throws SQLException {
        for (var table : List.of("KS_AUDIT_PERSONAL", "KS_AUDIT_NAME", "KS_AUDIT_PERSON")) {
            sql.batch("delete from " + table + " where REALM_ID = ? and PERSON_ID = ?", people, (statement, person) -> {
                statement.setString(1, realm);
                statement.setString(2, person);
            });
        }
        return people.size();
    }
}

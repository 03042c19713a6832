package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The months that records are kept in, on PostgreSQL: each a partition, made before its first record comes. Whatever has
 * come too early lies in the default partition, and is moved from there.
 */
final class Partitions {
    private static final Logger LOG = Logger.getLogger(Partitions.class);
    private static final String TABLE = "KS_AUDIT_RECORD";
    private static final String REST = TABLE + "_REST";
    private static final Pattern NAME = Pattern.compile("ks_audit_record_(\\d{6})");
    private static final int AHEAD = 2;

    /** Makes nodes that start together wait for each other; the number means nothing. */
    private static final long LOCK = 0x6b73617564697431L;

    /** Readers queue behind whoever waits for the table: then it is better to try again later. */
    private static final String PATIENCE = "set local lock_timeout = '2s'";

    private final Clock clock;

    Partitions(Clock clock) {
        this.clock = clock;
    }

    /** Makes those of this month and the next ones, and those of records that have none. */
    void make(KeycloakSessionFactory factory) {
        var current = Month.of(clock.millis());
        for (var ahead = 0; ahead <= AHEAD; ahead++) {
            make(factory, current.plus(ahead));
        }
        var left = left(factory);
        while (left.isPresent()
                && make(factory, left.get())
                && !Thread.currentThread().isInterrupted()) {
            left = left(factory);
        }
    }

    /** Those that are there, oldest first. */
    static List<Month> all(Sql sql) throws SQLException {
        return sql
                .list(
                        "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                                + " where i.inhparent = to_regclass('ks_audit_record') order by c.relname",
                        row -> NAME.matcher(row.getString(1)))
                .stream()
                .filter(java.util.regex.Matcher::matches)
                .map(matcher -> Month.parse(matcher.group(1)))
                .toList();
    }

    /** Takes the month out of the table, with all its rows. Waits 2 seconds at most for those who are reading it. */
    static void drop(Sql sql, Month month) throws SQLException {
        sql.update(PATIENCE);
        // Not CONCURRENTLY: PostgreSQL refuses that where there is a default partition. It takes a moment.
        sql.update("alter table " + TABLE + " detach partition " + name(month));
        sql.update("drop table " + name(month));
    }

    private boolean make(KeycloakSessionFactory factory, Month month) {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(
                    factory, session -> Sql.in(session, sql -> make(sql, month)));
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "The partition of audit records of %s could not be made; it is tried again. Until then its records are"
                            + " kept in %s.",
                    month.month(),
                    REST);
            return false;
        }
    }

    private static boolean make(Sql sql, Month month) throws SQLException {
        if (!sql.isPostgres()) {
            return false;
        }
        sql.list("select pg_advisory_xact_lock(?)", row -> 1, LOCK);
        if (all(sql).contains(month)) {
            return false;
        }
        sql.update(PATIENCE);
        // Made apart and attached then: CREATE TABLE … PARTITION OF would lock out everybody who reads.
        sql.update("create table " + name(month) + " (like " + TABLE
                + " including defaults including constraints including indexes)");
        sql.update("lock table " + REST + " in access exclusive mode");
        var moved = sql.update(
                "with moved as (delete from " + REST
                        + " where SEALED_AT >= ? and SEALED_AT < ? returning *) insert into " + name(month)
                        + " select * from moved",
                month.begin(),
                month.end());
        sql.update("alter table " + TABLE + " attach partition " + name(month) + " for values from (" + month.begin()
                + ") to (" + month.end() + ")");
        if (moved > 0) {
            LOG.warnf("%d audit records of %s had no partition, and have one now", moved, month.month());
        }
        return true;
    }

    private static Optional<Month> left(KeycloakSessionFactory factory) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> Sql.in(
                        session,
                        sql -> sql.isPostgres()
                                ? sql
                                        .list(
                                                "select SEALED_AT from " + REST + " order by SEALED_AT limit 1",
                                                row -> Month.of(row.getLong(1)))
                                        .stream()
                                        .findFirst()
                                : Optional.<Month>empty()));
    }

    private static String name(Month month) {
        return TABLE + "_" + month.number();
    }
}

package org.keysteward.it.load;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.load.AuditActions.Kind;
import org.keysteward.it.load.RealPeople.Person;
import org.keysteward.it.load.RecordFilling.Sizes;

/**
 * Audit records in numbers that no load would make in an hour, over twelve months and as many partitions, with what the
 * sealer counts beside them.
 *
 * @param people who have really signed in: the busiest actors, and the faces of the others
 * @param begin of the time in which they happened
 */
record ManyRecords(String realmId, int count, List<Person> people, Instant begin, Instant end) {
    static final int MONTHS = 12;
    static final int TENANTS = 1000;
    private static final int ACTORS = 10_000;
    private static final int ADDRESSES = 5000;

    /**
     * @param people how many of the actors are made by real sign-ins
     * @param older so much earlier than they were sealed, records say that they happened
     */
    static ManyRecords make(AuditServer server, TestRealm realm, int count, List<Person> people, Duration older) {
        String realmId = realmId(realm);
        YearMonth current = YearMonth.now(ZoneOffset.UTC);
        for (int month = MONTHS - 1; month >= 0; month--) {
            partition(server, current.minusMonths(month));
        }
        List<Kind> kinds = AuditActions.all();
        ManyTenants.make(realm, server.database(), TENANTS, 1);
        dimensions(server, kinds, people);
        forgetRealOnes(server, realmId);
        Instant begin = start(current.minusMonths(MONTHS - 1));
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Sizes sizes = new Sizes(kinds.size(), ACTORS, ADDRESSES, TENANTS);
        new RecordFilling(server, realmId, sizes, begin, end, older.toMillis()).write(count);
        count(server, realmId, kinds, count, end);
        server.execute("vacuum analyze");
        return new ManyRecords(realmId, count, people, begin.minus(older), end.minus(older));
    }

    static String realmId(TestRealm realm) {
        return realm.admin().get().then().statusCode(200).extract().path("id");
    }

    /** Thirty days, of which the record is one that is a year old, or almost. */
    Instant oldMonth(int number) {
        return begin.plus(number % 24, ChronoUnit.HOURS);
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static void partition(AuditServer server, YearMonth month) {
        server.execute(
                "create table if not exists KS_AUDIT_RECORD_%d%02d partition of KS_AUDIT_RECORD for values from (%d) to (%d)"
                        .formatted(
                                month.getYear(),
                                month.getMonthValue(),
                                start(month).toEpochMilli(),
                                start(month.plusMonths(1)).toEpochMilli()));
    }

    private static void dimensions(AuditServer server, List<Kind> kinds, List<Person> people) {
        server.execute("drop table if exists LOAD_KIND, LOAD_PERSON, LOAD_ACTOR, LOAD_ADDRESS, LOAD_TENANT");
        server.execute(
                "create table LOAD_KIND (N int primary key, ACTION text, CATEGORY text, TAGS text, TAGS_JSON text)");
        for (int number = 0; number < kinds.size(); number++) {
            Kind kind = kinds.get(number);
            server.execute(
                    "insert into LOAD_KIND values (?, ?, ?, ?, ?)",
                    number,
                    kind.action(),
                    kind.category(),
                    kind.tagsWithBlanks(),
                    kind.tagsAsJson());
        }
        server.execute("create table LOAD_PERSON (N int primary key, ID text, ACTOR text, TOKEN text)");
        for (int number = 0; number < people.size(); number++) {
            Person person = people.get(number);
            server.execute(
                    "insert into LOAD_PERSON values (?, ?, ?, ?)", number, person.id(), person.actor(), person.token());
        }
        // Whoever has not signed in has the name and address of somebody who has: pages are decrypted as real ones are.
        server.execute(
                "create table LOAD_ACTOR as select s as N, case when s = p.N then p.ID else 'actor-' || s end as ID,"
                        + " case when s = p.N then p.ACTOR else replace(p.ACTOR, p.ID, 'actor-' || s) end as ACTOR,"
                        + " coalesce((p.ACTOR::json -> 'name')::text, 'null') as NAME"
                        + " from generate_series(0, " + (ACTORS - 1) + ") s join LOAD_PERSON p on p.N = s % "
                        + people.size());
        server.execute("create table LOAD_ADDRESS as select s as N, coalesce(p.TOKEN, left(md5(s::text), 22)) as TOKEN"
                + " from generate_series(0, " + (ADDRESSES - 1) + ") s left join LOAD_PERSON p on p.N = s");
        server.execute("create table LOAD_TENANT as select substr(ALIAS, 8)::int - 1 as N, ID from ORG"
                + " where ALIAS like 'tenant-%'");
        server.execute("analyze LOAD_KIND, LOAD_ACTOR, LOAD_ADDRESS, LOAD_TENANT");
    }

    /** The chain begins with what is filled in; who people are stays. */
    private static void forgetRealOnes(AuditServer server, String realmId) {
        server.execute("delete from KS_AUDIT_RECORD where REALM_ID = ?", realmId);
        server.execute("delete from KS_AUDIT_HOUR where REALM_ID = ?", realmId);
    }

    /** What the sealer counts, and where it goes on. */
    private static void count(AuditServer server, String realmId, List<Kind> kinds, int last, Instant end) {
        String insert = "insert into KS_AUDIT_HOUR (REALM_ID, TENANT_ID, HOUR_AT, CATEGORY, ACTION, SUCCESS, RECORDS,"
                + " FIRST_SEQ, LAST_SEQ) select ";
        String counted = "RECORD_TIME / 3600000 * 3600000, CATEGORY, ACTION, SUCCESS, count(*), min(SEQ), max(SEQ)"
                + " from KS_AUDIT_RECORD where REALM_ID = ? and ";
        server.execute(insert + "REALM_ID, '', " + counted + "true group by 1, 3, 4, 5, 6", realmId);
        server.execute(
                insert + "REALM_ID, TENANT_ID, " + counted + "TENANT_ID is not null group by 1, 2, 3, 4, 5, 6",
                realmId);
        server.execute(
                insert + "REALM_ID, '*', HOUR_AT, '', '', true, sum(RECORDS), min(FIRST_SEQ), max(LAST_SEQ)"
                        + " from KS_AUDIT_HOUR where REALM_ID = ? and TENANT_ID = '' group by REALM_ID, HOUR_AT",
                realmId);
        for (Kind kind : kinds) {
            server.execute(
                    "insert into KS_AUDIT_ACTION (REALM_ID, ACTION, TAGS) values (?, ?, ?) on conflict do nothing",
                    realmId,
                    kind.action(),
                    kind.tagsWithBlanks());
        }
        server.execute(
                "update KS_AUDIT_CHAIN set LAST_SEQ = ?, LAST_HASH = sha256(int8send(?)), SEALED_AT = ?,"
                        + " CHECKPOINT_SEQ = ? where REALM_ID = ?",
                (long) last,
                (long) last,
                end.toEpochMilli(),
                (long) last,
                realmId);
    }
}

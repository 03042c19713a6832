package org.keysteward.it.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/**
 * Audit records in numbers that no load would make in an hour, over the last twelve months: written into the database,
 * with what the sealer counts beside them. Their hashes are not chained: reading does not look at them.
 */
final class ManyRecords {
    private static final int AT_ONCE = 500_000;
    private static final List<String> ACTIONS = List.of(
            "user.signed_in|authentication|SOC2:CC6.1",
            "token.refreshed|authentication|SOC2:CC6.1",
            "token.issued|authentication|SOC2:CC6.1",
            "user.sign_in_failed|authentication|SOC2:CC6.1 SOC2:CC6.6",
            "user.signed_out|authentication|SOC2:CC6.1",
            "user.changed|data|GDPR SOC2:CC6.2",
            "user.password_changed|security|SOC2:CC6.1 SOX",
            "user.role_granted|access|SOC2:CC6.3 SOX",
            "member.added|access|GDPR SOC2:CC6.2 SOC2:CC6.3 SOX",
            "client.changed|administration|SOC2:CC6.1 SOC2:CC6.8 SOX");

    private final String realmId;
    private final int count;
    private final Instant begin;
    private final Instant end;
    private final long bytes;
    private final long heapBytes;

    private ManyRecords(String realmId, int count, Instant begin, Instant end, long bytes, long heapBytes) {
        this.realmId = realmId;
        this.count = count;
        this.begin = begin;
        this.end = end;
        this.bytes = bytes;
        this.heapBytes = heapBytes;
    }

    static ManyRecords make(TestRealm realm, Database database, int count) {
        String realmId = realm.admin().get().then().statusCode(200).extract().path("id");
        String tenant = realm.createOrganization("acme").id();
        TestUser alice = realm.createUser("alice");
        alice.signIn();
        YearMonth current = YearMonth.now(ZoneOffset.UTC);
        Instant begin = start(current.minusMonths(11));
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        try (Connection connection = database.connect()) {
            String address = awaitAddress(connection, alice.id());
            for (int month = 11; month >= 0; month--) {
                partition(connection, current.minusMonths(month));
            }
            long already = number(
                    connection,
                    "select coalesce(max(LAST_SEQ), 0) from KS_AUDIT_CHAIN where REALM_ID = '" + realmId + "'");
            double step = (end.toEpochMilli() - begin.toEpochMilli()) / (double) count;
            for (int from = 0; from < count; from += AT_ONCE) {
                fill(
                        connection,
                        realmId,
                        already,
                        from,
                        Math.min(count, from + AT_ONCE),
                        begin,
                        step,
                        tenant,
                        alice.id(),
                        address);
                System.out.printf("%d records%n", Math.min(count, from + AT_ONCE));
            }
            count(connection, realmId, already + count);
            execute(connection, "vacuum analyze KS_AUDIT_RECORD");
            execute(connection, "vacuum analyze KS_AUDIT_HOUR");
            String partitions = "from pg_inherits where inhparent = 'ks_audit_record'::regclass";
            return new ManyRecords(
                    realmId,
                    count,
                    begin,
                    end,
                    number(connection, "select sum(pg_total_relation_size(inhrelid)) " + partitions),
                    number(connection, "select sum(pg_table_size(inhrelid)) " + partitions));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int count() {
        return count;
    }

    /** A whole month, as {@code from/to}. */
    String oldMonth() {
        YearMonth month = YearMonth.from(begin.atZone(ZoneOffset.UTC)).plusMonths(1);
        return start(month) + "/" + start(month.plusMonths(1));
    }

    String oldestHour() {
        return begin + "/" + begin.plus(1, ChronoUnit.HOURS);
    }

    long bytesEach() {
        return bytes / count;
    }

    long heapBytesEach() {
        return heapBytes / count;
    }

    @Override
    public String toString() {
        return count + " records of realm " + realmId + " until " + end;
    }

    /** What the sealer has made of the address of a sign-in, which has to be sealed first. */
    private static String awaitAddress(Connection connection, String person) throws SQLException {
        for (int look = 0; look < 100; look++) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select IP_TOKEN from KS_AUDIT_RECORD where ACTOR_ID = '" + person
                            + "' and IP_TOKEN is not null")) {
                if (rows.next()) {
                    return rows.getString(1);
                }
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new IllegalStateException("Nothing was sealed within ten seconds");
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static void partition(Connection connection, YearMonth month) throws SQLException {
        execute(
                connection,
                "create table if not exists KS_AUDIT_RECORD_%d%02d partition of KS_AUDIT_RECORD for values from (%d) to (%d)"
                        .formatted(
                                month.getYear(),
                                month.getMonthValue(),
                                start(month).toEpochMilli(),
                                start(month.plusMonths(1)).toEpochMilli()));
    }

    /** The commoner an action, the nearer it stands to the front. */
    private static void fill(
            Connection connection,
            String realmId,
            long already,
            int from,
            int to,
            Instant begin,
            double step,
            String tenant,
            String person,
            String address)
            throws SQLException {
        String kind = "(array['" + String.join("','", ACTIONS) + "'])[1 + floor(10 * power(random(), 3))::int]";
        execute(
                connection,
                ("insert into KS_AUDIT_RECORD (REALM_ID, SEQ, SEALED_AT, ID, RECORD_TIME, TENANT_ID, CATEGORY, ACTION,"
                                + " ACTOR_ID, TARGET_ID, SUCCESS, IP_TOKEN, BODY, HASH)"
                                + " select '%1$s', %2$d + n, t, gen_random_uuid(), t,"
                                + " case when n %% 3000 = 0 then '%8$s' when n %% 3 = 0 then 'tenant-' || n %% 1000 end,"
                                + " split_part(k, '|', 2), split_part(k, '|', 1),"
                                + " case when n %% 10000 = 0 then '%9$s' else 'actor-' || n %% 10000 end,"
                                + " 'target-' || (n * 7) %% 20000, n %% 33 <> 0,"
                                + " case when n %% 5000 = 0 then '%10$s' else 'token-' || lpad((n %% 5000)::text, 16, '0') end,"
                                + " '{\"action\":\"' || split_part(k, '|', 1) || '\",\"actor\":{\"client\":\"console\",\"id\":\"actor-'"
                                + " || n %% 10000 || '\",\"ip\":{\"commitment\":\"' || md5(n::text) || '00000000000\"},\"name\":{\"commitment\":\"'"
                                + " || md5((n + 1)::text) || '00000000000\"},\"session\":\"' || gen_random_uuid() || '\",\"type\":\"user\",\"userAgent\":{\"commitment\":\"'"
                                + " || md5((n + 2)::text) || '00000000000\"}},\"category\":\"' || split_part(k, '|', 2) || '\",\"id\":\"'"
                                + " || gen_random_uuid() || '\",\"outcome\":{\"success\":' || (n %% 33 <> 0) || '},\"realm\":\"%1$s\",\"requestId\":\"'"
                                + " || gen_random_uuid() || '\",\"sealedAt\":\"2026-01-01T00:00:00.000Z\",\"seq\":' || %2$d + n ||"
                                + " ',\"source\":\"user-event\",\"tags\":[\"' || replace(split_part(k, '|', 3), ' ', '\",\"') ||"
                                + " '\"],\"target\":{\"id\":\"target-' || (n * 7) %% 20000 || '\",\"type\":\"user\"},\"time\":\"2026-01-01T00:00:00.000Z\",\"v\":1}',"
                                + " sha256(n::text::bytea)"
                                + " from (select n, (%5$d + n * %6$s)::bigint as t, %7$s as k"
                                + " from generate_series(%3$d + 1, %4$d) n) made")
                        .formatted(
                                realmId,
                                already,
                                from,
                                to,
                                begin.toEpochMilli(),
                                Double.toString(step),
                                kind,
                                tenant,
                                person,
                                address));
    }

    /** What the sealer counts, and where it goes on. */
    private static void count(Connection connection, String realmId, long last) throws SQLException {
        String of = " from KS_AUDIT_RECORD where REALM_ID = '" + realmId + "'";
        String hour = "RECORD_TIME / 3600000 * 3600000";
        execute(connection, "delete from KS_AUDIT_HOUR where REALM_ID = '" + realmId + "'");
        execute(
                connection,
                "insert into KS_AUDIT_HOUR (REALM_ID, TENANT_ID, HOUR_AT, CATEGORY, ACTION, SUCCESS, RECORDS, FIRST_SEQ,"
                        + " LAST_SEQ) select REALM_ID, '', " + hour
                        + ", CATEGORY, ACTION, SUCCESS, count(*), min(SEQ), max(SEQ)" + of + " group by 1, 3, 4, 5, 6");
        execute(
                connection,
                "insert into KS_AUDIT_HOUR (REALM_ID, TENANT_ID, HOUR_AT, CATEGORY, ACTION, SUCCESS, RECORDS, FIRST_SEQ,"
                        + " LAST_SEQ) select REALM_ID, '*', HOUR_AT, '', '', true, sum(RECORDS), min(FIRST_SEQ),"
                        + " max(LAST_SEQ) from KS_AUDIT_HOUR where REALM_ID = '" + realmId
                        + "' and TENANT_ID = '' group by REALM_ID, HOUR_AT");
        for (String action : ACTIONS) {
            String[] parts = action.split("\\|", -1);
            execute(
                    connection,
                    "insert into KS_AUDIT_ACTION (REALM_ID, ACTION, TAGS) values ('" + realmId + "', '" + parts[0]
                            + "', '" + parts[2] + "') on conflict do nothing");
        }
        execute(
                connection,
                "update KS_AUDIT_CHAIN set LAST_SEQ = " + last + ", CHECKPOINT_SEQ = " + last + " where REALM_ID = '"
                        + realmId + "'");
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

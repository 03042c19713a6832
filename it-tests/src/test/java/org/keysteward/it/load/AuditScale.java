package org.keysteward.it.load;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.load.AuditActions.Kind;

/** Measures reading the audit trail of a realm with millions of records, a filter at a time. */
public final class AuditScale {
    private static final int WARM_UP = 50;
    private static final int REQUESTS = 300;
    private static final int SERVER_WARM_UP = 500;
    private static final double WISHED_PAGE_MILLIS = 50;
    private static final double WISHED_SUMMARY_MILLIS = 500;
    private static final double WISHED_DEPTH = 1.1;
    private static final List<String> CATEGORIES =
            List.of("authentication", "administration", "access", "data", "security", "compliance", "system");
    private static final List<String> TAGS =
            List.of("GDPR", "SOX", "SOC2:CC6.1", "SOC2:CC6.2", "SOC2:CC6.3", "SOC2:CC6.5", "SOC2:CC6.7", "SOC2:CC6.8");
    private static final List<String> BEGINNINGS =
            List.of("user.*", "token.*", "client.*", "tenant.*", "member.*", "realm.*", "user.sign*", "audit.*");

    private final AuditServer server;
    private final TestRealm realm;
    private final ManyRecords records;
    private final List<Kind> kinds = AuditActions.all();
    private final Report report = new Report("Reading the audit trail");

    private AuditScale(AuditServer server, TestRealm realm, ManyRecords records) {
        this.server = server;
        this.realm = realm;
        this.records = records;
    }

    public static void main(String[] arguments) {
        int count = Integer.getInteger("load.records", 10_000_000);
        try (AuditServer server = AuditServer.start();
                TestRealm realm = server.keycloak().createRealm()) {
            List<RealPeople.Person> people = new RealPeople(server, realm, ManyRecords.realmId(realm))
                    .signIn(Integer.getInteger("load.people", 1000));
            List<String> deep = DeepCursors.gather(server.client(), realm);
            ManyRecords made = ManyRecords.make(server, realm, count, people, Duration.ZERO);
            new AuditScale(server, realm, made).measure(deep);
        }
    }

    private void measure(List<String> deep) {
        report.fact("%d records of %d actions in %d monthly partitions, %d tenants, %d people who have signed in"
                .formatted(
                        records.count(),
                        kinds.size(),
                        ManyRecords.MONTHS,
                        ManyRecords.TENANTS,
                        records.people().size()));
        report.fact("pages of 100, " + REQUESTS + " requests each with varied values, one client");
        warmUp();
        report.columns("page or summary", "p50", "p95", "max", "wish for p95", "met");
        pages();
        deepest(deep);
        lastPages();
        summaries();
        disk();
        report.write();
    }

    /** A server that has just started compiles for a while: without this, whatever is first would be slow. */
    private void warmUp() {
        for (int number = 0; number < SERVER_WARM_UP; number++) {
            read("/audit?limit=100");
            read("/audit?limit=100&action=" + in(kinds, number).action());
        }
    }

    private void pages() {
        List<String> actors = server.texts("select ID from LOAD_ACTOR order by hashint4(N) limit " + REQUESTS);
        List<String> ids = server.texts(
                "select ID from KS_AUDIT_RECORD where REALM_ID = ? and SEQ in (select 1 + (hashint8extended(n, 9)"
                        + " & 2147483647) %% %d from generate_series(1, %d) n)".formatted(records.count(), REQUESTS),
                records.realmId());
        page("no filter", number -> "");
        page("tenant", number -> "&tenant=" + tenant(number));
        page("actor", number -> "&actor=" + in(actors, number));
        page("action, exactly", number -> "&action=" + in(kinds, number).action());
        page("action, its beginning", number -> "&action=" + in(BEGINNINGS, number));
        page("category", number -> "&category=" + in(CATEGORIES, number));
        page("target", number -> "&target=" + in(actors, number + 1));
        page("ip", number -> "&ip=" + in(records.people(), number).address());
        page("outcome failure", number -> "&outcome=failure");
        page("outcome success", number -> "&outcome=success");
        page("tag", number -> "&tag=" + in(TAGS, number));
        page("from and to: a month, a year ago", this::month);
        page("name, exactly", number -> "&name=" + in(records.people(), number).name());
        page("name, its beginning (ten people)", number -> "&name=" + beginning(number) + "*");
        measure("one record by id", WISHED_PAGE_MILLIS, number -> "/audit/" + in(ids, number));
    }

    private void deepest(List<String> cursors) {
        double[] first = new double[REQUESTS];
        double[] last = new double[REQUESTS];
        for (int number = -WARM_UP; number < REQUESTS; number++) {
            double firstMillis = millis("/audit?limit=100");
            double lastMillis = millis("/audit?limit=100&cursor=" + in(cursors, Math.abs(number)));
            if (number >= 0) {
                first[number] = firstMillis;
                last[number] = lastMillis;
            }
        }
        Latencies ofFirst = Latencies.of(first);
        Latencies ofLast = Latencies.of(last);
        row("first page, in turn with the deepest", WISHED_PAGE_MILLIS, ofFirst);
        row("deepest page, by cursor", WISHED_PAGE_MILLIS, ofLast);
        double ratio = ofLast.median() / ofFirst.median();
        report.row(
                "deepest page beside the first",
                number("%.2f", ratio),
                number("%.2f", ofLast.p95() / ofFirst.p95()),
                "",
                "p50 no slower, give or take a tenth",
                Report.met(ratio <= WISHED_DEPTH));
    }

    /** The oldest records, walked to the end of the list as a reader would. */
    private void lastPages() {
        long records100 =
                100L * 40 * Duration.between(records.begin(), records.end()).toMillis() / records.count();
        String first = "/audit?limit=100&to=" + records.begin().plusMillis(records100);
        double[] millis = new double[REQUESTS];
        String cursor = "";
        for (int number = 0; number < REQUESTS; number++) {
            String path = first + cursor;
            String[] page = new String[1];
            millis[number] = Latencies.millis(() -> page[0] = read(path));
            String next = new io.restassured.path.json.JsonPath(page[0]).getString("nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
        }
        row("the last 40 pages, walked by cursor", WISHED_PAGE_MILLIS, Latencies.of(millis));
    }

    private void summaries() {
        for (String by : List.of("category", "action", "outcome")) {
            measure(
                    "summary of a month by day and " + by,
                    WISHED_SUMMARY_MILLIS,
                    number -> "/audit/summary?bucket=day&by=" + by + month(number));
        }
        measure(
                "summary of a month of a tenant, by day and action",
                WISHED_SUMMARY_MILLIS,
                number -> "/audit/summary?bucket=day&by=action&tenant=" + tenant(number) + month(number));
    }

    private void disk() {
        List<String> bytes = server.rows(
                        "select sum(pg_total_relation_size(inhrelid)), sum(pg_table_size(inhrelid)),"
                                + " sum(pg_indexes_size(inhrelid)) from pg_inherits where inhparent = 'ks_audit_record'::regclass")
                .get(0);
        long hours = server.number("select pg_total_relation_size('ks_audit_hour')");
        report.columns("bytes a record on disk", "all", "table", "indexes", "counts by hour");
        report.row("", each(bytes.get(0)), each(bytes.get(1)), each(bytes.get(2)), each(String.valueOf(hours)));
        report.row(
                "body",
                each(server.texts("select sum(length(BODY)) from KS_AUDIT_RECORD")
                        .get(0)),
                "",
                "",
                "");
    }

    private void page(String name, IntFunction<String> filter) {
        measure(name, WISHED_PAGE_MILLIS, number -> "/audit?limit=100" + filter.apply(number));
    }

    private void measure(String name, double wish, IntFunction<String> path) {
        double[] millis = new double[REQUESTS];
        for (int number = -WARM_UP; number < REQUESTS; number++) {
            double took = millis(path.apply(Math.abs(number)));
            if (number >= 0) {
                millis[number] = took;
            }
        }
        row(name, wish, Latencies.of(millis));
    }

    private void row(String name, double wish, Latencies latencies) {
        report.row(
                name,
                number("%.1f ms", latencies.median()),
                number("%.1f ms", latencies.p95()),
                number("%.1f ms", latencies.max()),
                number("< %.0f ms", wish),
                Report.met(latencies.p95() < wish));
    }

    private double millis(String path) {
        realm.keycloak().administratorToken();
        return Latencies.millis(() -> read(path));
    }

    private String read(String path) {
        return server.client().read(realm, path, realm.keycloak().administratorToken());
    }

    private String month(int number) {
        Instant from = records.oldMonth(number);
        return "&from=" + from + "&to=" + from.plus(30, ChronoUnit.DAYS);
    }

    /** Those of small numbers are large: a seventh step visits all sizes. */
    private static String tenant(int number) {
        return String.format(Locale.ROOT, "tenant-%05d", number * 7 % ManyRecords.TENANTS + 1);
    }

    private String beginning(int number) {
        String name = in(records.people(), number).name();
        return name.substring(0, name.length() - 1);
    }

    private String each(String bytes) {
        return String.valueOf(Math.round(Double.parseDouble(bytes) / records.count()));
    }

    private static <T> T in(List<T> all, int number) {
        return all.get(number % all.size());
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}

package org.keysteward.it.load;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.EmbeddedPostgresql;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestLogs;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.load.Candidate.Running;
import org.keysteward.launcher.Distribution;

/** Measures reading the audit trail of a realm with millions of records, a filter at a time. */
public final class AuditScale {
    private static final int WARM_UP = 30;
    private static final int REQUESTS = 300;
    private static final double P95 = 0.95;
    private static final double WISHED_PAGE_MILLIS = 50;
    private static final double WISHED_SUMMARY_MILLIS = 500;

    private final TestRealm realm;
    private final ManyRecords records;
    private final List<String> rows = new ArrayList<>();

    private AuditScale(TestRealm realm, ManyRecords records) {
        this.realm = realm;
        this.records = records;
    }

    public static void main(String[] arguments) {
        int count = Integer.getInteger("load.records", 1_000_000);
        try (EmbeddedPostgresql postgresql =
                EmbeddedPostgresql.start(Map.of("shared_buffers", "2GB", "max_wal_size", "8GB"))) {
            Distribution distribution = Distribution.at(
                            Settings.DIRECTORY.path().resolve("keycloak-load-bundle"), Settings.DISTRIBUTION.path())
                    .deploy(List.of(Settings.BUNDLE.path()));
            distribution.build(List.of("--db=postgres", "--health-enabled=true"), TestLogs.ofServer("scale-build"));
            Database database = postgresql.emptyDatabase();
            try (Running server = new Candidate(Variant.BUNDLE, distribution, database).start();
                    TestRealm realm = server.keycloak().createRealm()) {
                ManyRecords made = ManyRecords.make(realm, database, count);
                new AuditScale(realm, made).measure();
            }
        }
    }

    private void measure() {
        double first = page("No filter", "action", "");
        page("tenant", "tenant", "acme");
        page("actor", "actor", "actor-%d");
        page("action, one", "action", "user.signed_in");
        page("action, a beginning (all of a kind)", "action", "user.");
        page("category", "category", "security");
        page("target", "target", "target-%d");
        page("outcome", "outcome", "failure");
        page("ip", "ip", "127.0.0.1");
        page("name", "name", "alice");
        page("name, its beginning", "name", "ali*");
        page("tag", "tag", "SOX");
        page("a month, long ago", "from", records.oldMonth());
        double deepest = deepest();
        rows.add(String.format(
                Locale.ROOT, "| Deepest page beside the first | %.1f ms | %.2f | |", deepest, deepest / first));
        summary("category");
        summary("action");
        rows.add("| Bytes a record on disk, indexes included | %d (table %d) | | |"
                .formatted(records.bytesEach(), records.heapBytesEach()));
        report();
    }

    private double page(String name, String filter, String value) {
        return timed(name, WISHED_PAGE_MILLIS, number -> {
            String asked = value.contains("%d") ? value.formatted(number * 7 % 1000) : value;
            var request = realm.adminDoor().queryParam("limit", 100);
            if (filter.equals("from")) {
                String[] range = asked.split("/", -1);
                return request.queryParam("from", range[0])
                        .queryParam("to", range[1])
                        .get("/audit");
            }
            return (asked.isEmpty() ? request : request.queryParam(filter, asked)).get("/audit");
        });
    }

    /** The oldest hour has the smallest numbers. */
    private double deepest() {
        String[] hour = records.oldestHour().split("/", -1);
        return timed(
                "The oldest records",
                WISHED_PAGE_MILLIS,
                number -> realm.adminDoor()
                        .queryParam("limit", 100)
                        .queryParam("from", hour[0])
                        .queryParam("to", hour[1])
                        .get("/audit"));
    }

    private void summary(String by) {
        String[] month = records.oldMonth().split("/", -1);
        timed(
                "Summary of a month by day and " + by,
                WISHED_SUMMARY_MILLIS,
                number -> realm.adminDoor()
                        .queryParam("from", month[0])
                        .queryParam("to", month[1])
                        .queryParam("bucket", "day")
                        .queryParam("by", by)
                        .get("/audit/summary"));
    }

    private interface Question {
        Response ask(int number);
    }

    private double timed(String name, double wish, Question question) {
        double[] millis = new double[REQUESTS];
        for (int number = -WARM_UP; number < REQUESTS; number++) {
            long begun = System.nanoTime();
            Response answer = question.ask(Math.abs(number));
            double took = (System.nanoTime() - begun) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(name + ": " + answer.statusCode() + " " + answer.asString());
            }
            if (number >= 0) {
                millis[number] = took;
            }
        }
        Arrays.sort(millis);
        double p95 = millis[(int) (REQUESTS * P95)];
        rows.add(String.format(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms | %s |",
                name,
                p95,
                millis[REQUESTS / 2],
                p95 < wish ? "yes" : "**no**"));
        System.out.println(rows.get(rows.size() - 1));
        return p95;
    }

    private void report() {
        List<String> lines = new ArrayList<>();
        Machine.facts().forEach(fact -> lines.add("- " + fact));
        lines.add("- " + records.count() + " records in 12 monthly partitions; one client, " + REQUESTS
                + " requests each");
        lines.add("");
        lines.add("| page of 100, or summary | p95 | p50 | below 50 ms, summaries below 500 ms |");
        lines.add("| --- | --- | --- | --- |");
        lines.addAll(rows);
        String report = String.join(System.lineSeparator(), lines) + System.lineSeparator();
        try {
            Files.writeString(Settings.DIRECTORY.path().resolve("audit-scale.md"), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(report);
    }
}

package org.keysteward.it.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keysteward.it.harness.TestRealm;

/** Measures whether the sealer keeps up with a flood of records, and that none is lost. */
public final class AuditFlood {
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration AT_MOST = Duration.ofMinutes(15);
    private static final double WISHED_LAG_MILLIS = 1000;
    private static final double WISHED_SECONDS = 60;

    private AuditFlood() {}

    public static void main(String[] arguments) {
        int minutes = Integer.getInteger("load.minutes", 10);
        int perMinute = Integer.getInteger("load.perMinute", 10_000);
        try (AuditServer server = AuditServer.start();
                TestRealm realm = server.keycloak().createRealm()) {
            String realmId = ManyRecords.realmId(realm);
            Flood flood = new Flood(realm, perMinute / 60.0);
            flood.warmUp(WARM_UP);
            try (SealerLag waiting = new SealerLag(server, realmId)) {
                waiting.awaitUnder(1, AT_MOST);
            }
            SealerLag lag = new SealerLag(server, realmId);
            Duration took = flood.run(Duration.ofMinutes(minutes));
            Duration caughtUp = lag.awaitUnder(WISHED_LAG_MILLIS, AT_MOST);
            lag.close();
            Duration empty = caughtUp.plus(lag.awaitUnder(1, AT_MOST));
            Map<String, Integer> recorded = recorded(server, realmId);
            report(minutes, perMinute, took, flood, lag, caughtUp, empty, recorded);
        }
    }

    /** How many records there are of each request. */
    private static Map<String, Integer> recorded(AuditServer server, String realmId) {
        Map<String, Integer> recorded = new HashMap<>();
        server.texts("select BODY::json ->> 'requestId' from KS_AUDIT_RECORD where REALM_ID = ?", realmId)
                .forEach(id -> recorded.merge(id, 1, Integer::sum));
        return recorded;
    }

    private static void report(
            int minutes,
            int perMinute,
            Duration took,
            Flood flood,
            SealerLag lag,
            Duration caughtUp,
            Duration empty,
            Map<String, Integer> recorded) {
        List<String> acknowledged = flood.acknowledged();
        long missing =
                acknowledged.stream().filter(id -> !recorded.containsKey(id)).count();
        long more = acknowledged.stream()
                .filter(id -> recorded.getOrDefault(id, 1) > 1)
                .count();
        Report report = new Report("A flood of audit records");
        report.fact(
                "%d requests a minute for %d minutes, two of three refreshes and the third a change of a plan; server,"
                                .formatted(perMinute, minutes)
                        + " PostgreSQL and clients on the same machine");
        report.columns("", "measured", "wish", "met");
        double rate = acknowledged.size() / (took.toMillis() / 60_000.0);
        report.row(
                "acknowledged requests a minute",
                number("%.0f", rate),
                "≥ " + perMinute + " less 1 %",
                Report.met(rate >= perMinute * 0.99));
        Latencies answers = flood.latencies();
        report.row(
                "answer after it was due: p50, p95, max",
                number("%.1f ms", answers.median()) + ", " + number("%.1f ms", answers.p95()) + ", "
                        + number("%.0f ms", answers.max()),
                "",
                "");
        report.row(
                "requests that were refused",
                String.valueOf(flood.refused().size()),
                "0",
                Report.met(flood.refused().isEmpty()));
        row(report, "lag each second, in the database: p50, p95, max", lag.seen());
        row(report, "lag each second, by the metric: p50, p95, max", lag.told());
        double seconds = caughtUp.toMillis() / 1000.0;
        report.row(
                "lag under a second after the end",
                number("%.1f s", seconds),
                number("≤ %.0f s", WISHED_SECONDS),
                Report.met(seconds <= WISHED_SECONDS));
        report.row("nothing waits any more after the end", number("%.1f s", empty.toMillis() / 1000.0), "", "");
        report.row(
                "acknowledged requests without a record, of " + acknowledged.size(),
                String.valueOf(missing),
                "0",
                Report.met(missing == 0));
        report.row("acknowledged requests with more than one", String.valueOf(more), "0", Report.met(more == 0));
        report.write();
    }

    private static void row(Report report, String name, Latencies lag) {
        report.row(
                name,
                number("%.0f ms", lag.median()) + ", " + number("%.0f ms", lag.p95()) + ", "
                        + number("%.0f ms", lag.max()),
                "",
                "");
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}

package org.keysteward.it.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** Measures signing in while the records of a realm are ended, all of them, beside signing in before. */
public final class AuditPurge {
    private static final int WARM_UP = 100;
    private static final int BEFORE = 400;
    // Longer than any category is kept by default.
    private static final Duration OLDER = Duration.ofDays(8 * 366);
    private static final double WISHED_RATIO = 2;
    private static final long LOOK_NANOS = 5_000_000_000L;
    private static final String TASK = "audit-retention";

    private final AuditServer server;
    private final TestUser user;
    private final ManyRecords records;
    private final Duration atMost;

    private AuditPurge(AuditServer server, TestUser user, ManyRecords records, Duration atMost) {
        this.server = server;
        this.user = user;
        this.records = records;
        this.atMost = atMost;
    }

    public static void main(String[] arguments) {
        int count = Integer.getInteger("load.records", 10_000_000);
        Duration atMost = Duration.ofMinutes(Integer.getInteger("load.minutes", 7));
        try (AuditServer server = AuditServer.start();
                TestRealm realm = server.keycloak().createRealm()) {
            // Not while the realm is filled.
            server.execute("update KS_LEASE set NEXT_RUN = ? where NAME = ?", Long.MAX_VALUE, TASK);
            List<RealPeople.Person> people = new RealPeople(server, realm, ManyRecords.realmId(realm))
                    .signIn(Integer.getInteger("load.people", 1000));
            ManyRecords records = ManyRecords.make(server, realm, count, people, OLDER);
            realm.update(Map.of("passwordPolicy", ""));
            new AuditPurge(server, realm.createUser("visitor"), records, atMost).measure();
        }
    }

    private void measure() {
        for (int number = 0; number < WARM_UP; number++) {
            signIn();
        }
        List<Double> before = new ArrayList<>();
        for (int number = 0; number < BEFORE; number++) {
            before.add(signIn());
        }
        server.execute("update KS_LEASE set NEXT_RUN = 0 where NAME = ?", TASK);
        awaitFirst();
        List<Double> meanwhile = new ArrayList<>();
        long begun = System.nanoTime();
        long looked = begun;
        boolean left = true;
        while (left && System.nanoTime() - begun < atMost.toNanos()) {
            meanwhile.add(signIn());
            if (System.nanoTime() - looked > LOOK_NANOS) {
                left = isLeft();
                looked = System.nanoTime();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        report(Latencies.of(before), Latencies.of(meanwhile), tombstones(), seconds, left);
    }

    private double signIn() {
        return Latencies.millis(() -> server.client().signIn(user));
    }

    private void awaitFirst() {
        for (int look = 0; look < 600; look++) {
            if (server.number(
                            "select count(*) from KS_AUDIT_CHECKPOINT where REALM_ID = ? and KIND = 'retention'",
                            records.realmId())
                    > 0) {
                return;
            }
            LockSupport.parkNanos(LOOK_NANOS / 50);
        }
        throw new IllegalStateException("Retention did not begin within a minute");
    }

    /** Along the index that has no tombstones in it. */
    private boolean isLeft() {
        return server.number(
                        "select count(*) from (select distinct CATEGORY from LOAD_KIND) k where exists (select 1"
                                + " from KS_AUDIT_RECORD r where r.REALM_ID = ? and r.CATEGORY = k.CATEGORY and r.SEQ <= ?)",
                        records.realmId(),
                        (long) records.count())
                > 0;
    }

    private long tombstones() {
        return server.number(
                "select count(*) from KS_AUDIT_RECORD where REALM_ID = ? and CATEGORY is null", records.realmId());
    }

    private void report(Latencies before, Latencies meanwhile, long tombstones, double seconds, boolean left) {
        Report report = new Report("Signing in while audit records are ended");
        report.fact("%d records, all of which have expired; sign-ins of one client through the login pages, password"
                        .formatted(records.count())
                + " hashed as stock does, in the same realm");
        if (left) {
            report.fact("the time was up before the last record was ended (-Dload.minutes=" + atMost.toMinutes() + ")");
        }
        report.columns("", "p50", "p95", "max", "sign-ins", "met");
        row(report, "before", before, "");
        double ratio = meanwhile.p95() / before.p95();
        row(report, "meanwhile", meanwhile, "");
        report.row(
                "ratio; the wish: p95 at most doubles",
                number("%.2f", meanwhile.median() / before.median()),
                number("%.2f", ratio),
                number("%.2f", meanwhile.max() / before.max()),
                "",
                Report.met(ratio <= WISHED_RATIO));
        report.columns("ended records", "seconds", "a second");
        report.row(String.valueOf(tombstones), number("%.0f", seconds), number("%.0f", tombstones / seconds));
        report.write();
    }

    private static void row(Report report, String name, Latencies latencies, String met) {
        report.row(
                name,
                number("%.1f ms", latencies.median()),
                number("%.1f ms", latencies.p95()),
                number("%.1f ms", latencies.max()),
                String.valueOf(latencies.count()),
                met);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}

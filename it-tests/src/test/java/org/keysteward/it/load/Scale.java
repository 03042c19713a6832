package org.keysteward.it.load;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.EmbeddedPostgresql;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestLogs;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.load.Candidate.Running;
import org.keysteward.launcher.Distribution;

/**
 * Measures reading tenants where there are many, beside the same where there are few: two realms of one server on one
 * PostgreSQL, asked in turn.
 */
public final class Scale {
    private static final int FEW = 10;
    private static final int MANY = 10_000;
    private static final int MEMBERS = 20;
    private static final int WARM_UP = 300;
    private static final int REQUESTS = 1_000;
    private static final double P95 = 0.95;
    private static final double WISHED_MILLIS = 50;
    private static final double WISHED_RATIO = 2;

    private Scale() {}

    public static void main(String[] arguments) {
        try (EmbeddedPostgresql postgresql = EmbeddedPostgresql.start(Map.of())) {
            Distribution distribution = Distribution.at(
                            Settings.DIRECTORY.path().resolve("keycloak-load-bundle"), Settings.DISTRIBUTION.path())
                    .deploy(List.of(Settings.BUNDLE.path()));
            distribution.build(List.of("--db=postgres", "--health-enabled=true"), TestLogs.ofServer("scale-build"));
            Database database = postgresql.emptyDatabase();
            try (Running server = new Candidate(Variant.BUNDLE, distribution, database).start()) {
                measure(server.keycloak(), database);
            }
        }
    }

    private static void measure(Keycloak keycloak, Database database) {
        try (TestRealm few = keycloak.createRealm();
                TestRealm many = keycloak.createRealm()) {
            ManyTenants.make(few, database, FEW, MEMBERS);
            ManyTenants.make(many, database, MANY, MEMBERS);
            Map<String, List<Double>> rows = new LinkedHashMap<>();
            rows.put(
                    "First page of 100 tenants, with licenses",
                    compare(few, many, (realm, number) -> realm.adminDoor().get("/tenants")));
            rows.put(
                    "Search for the name of one tenant",
                    compare(
                            few,
                            many,
                            (realm, number) -> realm.adminDoor()
                                    .queryParam("search", name("Tenant ", number))
                                    .get("/tenants")));
            rows.put(
                    "License of one tenant, with everything that is counted",
                    compare(
                            few,
                            many,
                            (realm, number) ->
                                    realm.adminDoor().get("/tenants/" + name("tenant-", number) + "/license")));
            rows.put(
                    "Members of one tenant",
                    compare(
                            few,
                            many,
                            (realm, number) ->
                                    realm.adminDoor().get("/tenants/" + name("tenant-", number) + "/members")));
            report(rows);
        }
    }

    @FunctionalInterface
    private interface Question {
        Response ask(TestRealm realm, int tenant);
    }

    /** The 95th percentiles in milliseconds, where there are few and where there are many. */
    private static List<Double> compare(TestRealm few, TestRealm many, Question question) {
        double[] ofFew = new double[REQUESTS];
        double[] ofMany = new double[REQUESTS];
        for (int number = -WARM_UP; number < REQUESTS; number++) {
            int tenant = Math.abs(number);
            double fewMillis = millis(question, few, tenant % FEW + 1);
            double manyMillis = millis(question, many, tenant * 7 % MANY + 1);
            if (number >= 0) {
                ofFew[number] = fewMillis;
                ofMany[number] = manyMillis;
            }
        }
        return List.of(p95(ofFew), p95(ofMany));
    }

    /** All of one length, so that a search finds one tenant among few and one among many. */
    private static String name(String prefix, int number) {
        return prefix + String.format(Locale.ROOT, "%05d", number);
    }

    private static double millis(Question question, TestRealm realm, int tenant) {
        long begun = System.nanoTime();
        Response answer = question.ask(realm, tenant);
        double millis = (System.nanoTime() - begun) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.asString());
        }
        return millis;
    }

    private static double p95(double[] millis) {
        Arrays.sort(millis);
        return millis[(int) (millis.length * P95)];
    }

    private static void report(Map<String, List<Double>> rows) {
        List<String> lines = new ArrayList<>();
        Machine.facts().forEach(fact -> lines.add("- " + fact));
        lines.add("");
        lines.add("| p95 of " + REQUESTS + " requests, one client | " + FEW + " tenants | " + MANY
                + " tenants | ratio | met |");
        lines.add("| --- | --- | --- | --- | --- |");
        rows.forEach((name, values) -> {
            double ratio = values.get(1) / values.get(0);
            boolean met = values.get(1) < WISHED_MILLIS && ratio <= WISHED_RATIO;
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %.1f ms | %.1f ms | %.2f | %s |",
                    name,
                    values.get(0),
                    values.get(1),
                    ratio,
                    met ? "yes" : "**no**"));
        });
        String report = String.join(System.lineSeparator(), lines) + System.lineSeparator();
        try {
            Files.writeString(Settings.DIRECTORY.path().resolve("scale.md"), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(report);
    }
}

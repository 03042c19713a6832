package org.keysteward.it.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.EmbeddedPostgresql;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.Statements;
import org.keysteward.it.load.Candidate.Running;
import org.keysteward.launcher.Distribution;

/**
 * Measures what the audit trail adds to a sign-in, beside stock servers that keep their own events in the database: the
 * trail replaces these, so the bundle's realm keeps none. A further server has both.
 */
public final class AuditSignIn {
    private static final int WARM_UP_BLOCKS = 3;
    private static final int SIGN_INS = 12;
    private static final int GRANTS = 12;
    private static final int REFRESHES = 30;
    private static final int COUNTED = 7;
    private static final List<Scenario> SCENARIOS = List.of(Scenario.SIGN_IN, Scenario.HASHED_GRANT, Scenario.REFRESH);
    private static final Map<String, Object> EVENTS = events(true);

    private final LoadSettings settings = LoadSettings.fromSystemProperties();
    private final long deadline = System.nanoTime() + settings.limit().toNanos();
    private final List<Sample> samples = new ArrayList<>();
    private final Map<Scenario, Map<Variant, Integer>> statements = new EnumMap<>(Scenario.class);

    private AuditSignIn() {}

    public static void main(String[] arguments) {
        new AuditSignIn().run();
    }

    private void run() {
        try (EmbeddedPostgresql postgresql = EmbeddedPostgresql.start(Statements.POSTGRESQL_SETTINGS)) {
            Distribution stock = Load.distribution("stock", List.of());
            Distribution bundle = Load.distribution("bundle", List.of(Settings.BUNDLE.path()));
            Database original = postgresql.emptyDatabase();
            LoadData data;
            try (Running server = new Candidate(Variant.STOCK, stock, original).start()) {
                data = LoadData.createdOn(server.keycloak());
                data.member().realm().update(EVENTS);
            }
            List<Candidate> candidates = List.of(
                    new Candidate(Variant.STOCK, stock, postgresql.copyOf(original)),
                    new Candidate(Variant.BUNDLE, bundle, postgresql.copyOf(original)),
                    new Candidate(Variant.STOCK_AGAIN, stock, postgresql.copyOf(original)),
                    new Candidate(Variant.BUNDLE_AND_EVENTS, bundle, postgresql.copyOf(original)));
            try (Running server = candidates.get(1).start()) {
                data.licenseWith(server.keycloak());
                data.member().realm().seenFrom(server.keycloak()).update(events(false));
            }
            try (Running server = candidates.get(3).start()) {
                data.licenseWith(server.keycloak());
            }
            report(rounds(candidates, data));
        }
    }

    /** Returns how many rounds there was time for. */
    private int rounds(List<Candidate> candidates, LoadData data) {
        int round = 0;
        long longest = 0;
        do {
            long begun = System.nanoTime();
            round(++round, Turns.rotated(candidates, round), data);
            longest = Math.max(longest, System.nanoTime() - begun);
        } while (round < settings.rounds() && System.nanoTime() + longest < deadline);
        return round;
    }

    private void round(int round, List<Candidate> candidates, LoadData data) {
        System.out.println("Round " + round);
        List<Running> servers = Candidate.startAll(candidates);
        try {
            for (int block = 0; block < WARM_UP_BLOCKS; block++) {
                block(new Turns(servers, round), data);
            }
            for (int block = 0; block < settings.blocks() && (block == 0 || System.nanoTime() < deadline); block++) {
                samples.addAll(block(new Turns(servers, round), data));
            }
            if (round == 1) {
                candidates.forEach(candidate -> count(
                        candidate.database(),
                        servers.stream()
                                .filter(server -> server.variant() == candidate.variant())
                                .findFirst()
                                .orElseThrow(),
                        data));
            }
        } finally {
            servers.forEach(Running::close);
        }
    }

    private static List<Sample> block(Turns turns, LoadData data) {
        Map<Variant, String> tokens = new EnumMap<>(Variant.class);
        turns.servers()
                .forEach(server -> tokens.put(server.variant(), server.client().directGrant(data.member())));
        return Stream.of(
                        turns.samples(
                                Scenario.SIGN_IN,
                                SIGN_INS,
                                (server, number) -> server.client().signIn(data.member())),
                        turns.samples(
                                Scenario.HASHED_GRANT,
                                GRANTS,
                                (server, number) -> server.client().directGrant(data.member())),
                        turns.samples(
                                Scenario.REFRESH,
                                REFRESHES,
                                (server, number) -> tokens.computeIfPresent(
                                        server.variant(),
                                        (variant, token) -> server.client().refresh(data.member(), token))))
                .flatMap(List::stream)
                .toList();
    }

    private void count(Database database, Running server, LoadData data) {
        LoadClient client = server.client();
        String token = client.directGrant(data.member());
        Map<Scenario, Runnable> requests = new LinkedHashMap<>();
        requests.put(Scenario.SIGN_IN, () -> client.signIn(data.member()));
        requests.put(Scenario.HASHED_GRANT, () -> client.directGrant(data.member()));
        requests.put(Scenario.REFRESH, () -> client.refresh(data.member(), token));
        requests.forEach((scenario, request) -> statements
                .computeIfAbsent(scenario, key -> new EnumMap<>(Variant.class))
                .put(
                        server.variant(),
                        Statements.in(database)
                                .least(COUNTED, repetition -> request.run())
                                .count()));
    }

    private void report(int rounds) {
        Report report = new Report("What the audit trail adds to a sign-in");
        report.fact("%d rounds of up to %d blocks with one client, passwords hashed as stock does; medians"
                .formatted(rounds, settings.blocks()));
        report.fact("stock: the realm keeps user and admin events in the database; bundle: it keeps none of these, the"
                + " audit trail replaces them; bundle and events: both");
        report.columns(
                "scenario", "stock", "bundle", "added", "ratio", "wish", "stock against stock", "statements", "met");
        for (Variant variant : List.of(Variant.BUNDLE, Variant.BUNDLE_AND_EVENTS)) {
            for (Scenario scenario : SCENARIOS) {
                row(report, variant, Comparison.of(scenario, variant, samples));
            }
        }
        report.write();
    }

    private void row(Report report, Variant variant, Comparison comparison) {
        boolean replaces = variant == Variant.BUNDLE;
        Map<Variant, Integer> counted = statements.getOrDefault(comparison.scenario(), Map.of());
        report.row(
                comparison.scenario().title() + (replaces ? "" : ", both on"),
                number("%.1f ms", comparison.stock()),
                number("%.1f ms", comparison.bundle()),
                number("%+.1f ms", comparison.added()),
                number("%.3f", comparison.ratio()),
                replaces ? number("≤ %.2f", comparison.scenario().wish()) : "",
                number("± %.1f ms", comparison.spread()),
                counted.get(Variant.STOCK) + " → " + counted.get(variant),
                replaces ? Report.met(comparison.met()) : "");
    }

    private static Map<String, Object> events(boolean kept) {
        return Map.of("eventsEnabled", kept, "adminEventsEnabled", kept, "adminEventsDetailsEnabled", kept);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}

package org.keysteward.it.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.EmbeddedPostgresql;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestLogs;
import org.keysteward.it.load.Candidate.Running;
import org.keysteward.launcher.Distribution;

/**
 * Measures stock servers and one with the bundle in turn, on one PostgreSQL that writes as durably as in production,
 * and prints how they compare.
 */
public final class Load {
    private static final List<String> BUILD_OPTIONS = List.of("--db=postgres", "--health-enabled=true");
    private static final int WARM_UP_BLOCKS = 3;

    private final LoadSettings settings;
    private final long deadline;
    private final List<Sample> samples = new ArrayList<>();

    private Load(LoadSettings settings) {
        this.settings = settings;
        this.deadline = System.nanoTime() + settings.limit().toNanos();
    }

    public static void main(String[] arguments) {
        new Load(LoadSettings.fromSystemProperties()).run();
    }

    private void run() {
        try (EmbeddedPostgresql postgresql = EmbeddedPostgresql.start(Map.of())) {
            Distribution stock = distribution("stock", List.of());
            Distribution bundle = distribution("bundle", List.of(Settings.BUNDLE.path()));
            say("Making realms, users and members");
            Database original = postgresql.emptyDatabase();
            LoadData data;
            try (Running server = new Candidate(Variant.STOCK, stock, original).start()) {
                data = LoadData.createdOn(server.keycloak());
            }
            List<Candidate> candidates = List.of(
                    new Candidate(Variant.STOCK, stock, postgresql.copyOf(original)),
                    new Candidate(Variant.BUNDLE, bundle, postgresql.copyOf(original)),
                    new Candidate(Variant.STOCK_AGAIN, stock, postgresql.copyOf(original)));
            // The first start with the bundle makes its tables; that is no part of what a start costs.
            try (Running server = candidates.get(1).start()) {
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
        say("Round " + round + ": starting " + candidates.size() + " servers");
        List<Running> servers = Candidate.startAll(candidates);
        try {
            servers.forEach(server -> add(Scenario.START_UP, server, round, server.startUp()));
            say("Round " + round + ": warming up");
            for (int block = 0; block < WARM_UP_BLOCKS; block++) {
                new Block(data, servers, round).run();
            }
            say("Round " + round + ": measuring");
            for (int block = 0; block < settings.blocks() && (block == 0 || System.nanoTime() < deadline); block++) {
                samples.addAll(new Block(data, servers, round).run());
            }
            servers.forEach(server -> measureMemory(server, round));
        } finally {
            servers.forEach(Running::close);
        }
    }

    private void measureMemory(Running server, int round) {
        ProcessMemory memory = server.memory();
        memory.collect();
        add(Scenario.HEAP, server, round, memory.heapInUse());
        add(Scenario.RESIDENT, server, round, memory.resident());
    }

    private void add(Scenario scenario, Running server, int round, double value) {
        samples.add(new Sample(scenario, server.variant(), round, value));
    }

    private void report(int rounds) {
        String report = new LoadReport(samples, Machine.facts(), notes(rounds)).markdown();
        try {
            Files.createDirectories(settings.report().toAbsolutePath().getParent());
            Files.writeString(settings.report(), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        say(System.lineSeparator() + report);
        say("Written to " + settings.report());
    }

    private List<String> notes(int rounds) {
        List<String> notes = new ArrayList<>();
        notes.add("%d rounds of up to %d blocks with one client; PostgreSQL on the same machine, durable."
                .formatted(rounds, settings.blocks()));
        if (rounds < settings.rounds()) {
            notes.add("%d rounds were wanted: the time was up (-Dload.minutes=%d)."
                    .formatted(settings.rounds(), settings.limit().toMinutes()));
        }
        return notes;
    }

    static Distribution distribution(String name, List<Path> providers, String... moreOptions) {
        say("Building Keycloak: " + name);
        Distribution distribution = Distribution.at(
                        Settings.DIRECTORY.path().resolve("keycloak-load-" + name), Settings.DISTRIBUTION.path())
                .deploy(providers);
        distribution.build(
                Stream.concat(BUILD_OPTIONS.stream(), Stream.of(moreOptions)).toList(),
                TestLogs.ofServer("load-" + name + "-build"));
        return distribution;
    }

    private static void say(String line) {
        System.out.println(line);
    }
}

package org.keysteward.it.load;

import java.util.List;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestLogs;
import org.keysteward.launcher.AuditKeys;
import org.keysteward.launcher.Distribution;
import org.keysteward.launcher.KeycloakServer;
import org.keysteward.launcher.Ports;
import org.keysteward.launcher.ServerOptions;

/** A variant with its own directory and database; it can be started again and again. */
record Candidate(Variant variant, Distribution distribution, Database database) {
    /** Starts the server as stock starts it, but for the cache: one node needs no cluster. */
    Running start() {
        return start(List.of());
    }

    /** @param more further options of the server */
    Running start(List<String> more) {
        ServerOptions options = ServerOptions.on(Ports.free(), TestLogs.ofServer("load-" + variant.id()))
                .with("cache", "local");
        if (variant.hasBundle()) {
            options = options.withArgument(AuditKeys.in(Settings.DIRECTORY.path(), Settings.BUNDLE.path())
                    .serverOption());
        }
        for (String option : database.serverOptions()) {
            options = options.withArgument(option);
        }
        for (String option : more) {
            options = options.withArgument(option);
        }
        KeycloakServer server = KeycloakServer.start(distribution, options).awaitReady();
        double seconds = server.sinceStart().toMillis() / 1000.0;
        return new Running(variant, server, Keycloak.of(server), new LoadClient(server.url()), seconds);
    }

    static List<Running> startAll(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::start).toList();
    }

    /**
     * A started candidate.
     *
     * @param startUp seconds until it was ready
     */
    record Running(Variant variant, KeycloakServer server, Keycloak keycloak, LoadClient client, double startUp)
            implements AutoCloseable {
        ProcessMemory memory() {
            return new ProcessMemory(server.javaProcess().orElseThrow());
        }

        @Override
        public void close() {
            server.close();
        }
    }
}

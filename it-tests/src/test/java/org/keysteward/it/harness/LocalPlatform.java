package org.keysteward.it.harness;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.launcher.AuditKeys;
import org.keysteward.launcher.Distribution;
import org.keysteward.launcher.KeycloakServer;
import org.keysteward.launcher.Ports;
import org.keysteward.launcher.ServerOptions;

/** The stock distribution and embedded databases, as processes of this machine on the loopback interface. */
final class LocalPlatform implements Platform {
    private static final String LOOPBACK = "127.0.0.1";

    /** Servers live for minutes only: what the second compiler tier costs at the start never comes back. */
    private static final String JVM_OPTIONS = "-XX:TieredStopAtLevel=1";

    /** The tests need no database that survives a power cut. */
    private static final Map<String, String> NOT_DURABLE = Map.of("fsync", "off", "synchronous_commit", "off");

    private @Nullable EmbeddedPostgresql postgresql;

    @Override
    public Database startDatabase(DatabaseEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> postgresql().emptyDatabase();
            case H2 -> new EmbeddedH2();
        };
    }

    @Override
    public Node startNode(int number, Database database, List<String> serverOptions) {
        Distribution distribution = distribution(database.engine());
        if (number == 1) {
            distribution.eraseData();
        }
        String name = database.engine().vendor() + "-node" + number;
        ServerOptions options =
                ServerOptions.on(Ports.free(), TestLogs.ofServer(name)).withJvmOptions(JVM_OPTIONS);
        for (String option : database.serverOptions()) {
            options = options.withArgument(option);
        }
        options = options.withArgument(
                AuditKeys.in(Settings.DIRECTORY.path(), Settings.BUNDLE.path()).serverOption());
        for (String option : cacheOptions(database.engine())) {
            options = options.withArgument(option);
        }
        for (String option : serverOptions) {
            options = options.withArgument(option);
        }
        return new LocalNode(KeycloakServer.start(distribution, options).awaitReady());
    }

    @Override
    public String hostSeenFromNodes(int port) {
        return LOOPBACK;
    }

    @Override
    public void close() {
        if (postgresql != null) {
            postgresql.close();
        }
    }

    private EmbeddedPostgresql postgresql() {
        EmbeddedPostgresql running = postgresql;
        if (running == null) {
            Map<String, String> settings = new HashMap<>(Statements.POSTGRESQL_SETTINGS);
            settings.putAll(NOT_DURABLE);
            running = EmbeddedPostgresql.start(settings);
            postgresql = running;
        }
        return running;
    }

    /** A node on PostgreSQL is ready for a second one to join it. */
    private static List<String> cacheOptions(DatabaseEngine engine) {
        return switch (engine) {
            case POSTGRESQL ->
                List.of(
                        "--cache-embedded-network-bind-address=" + LOOPBACK,
                        "--cache-embedded-network-bind-port=" + Ports.free());
            case H2 -> List.of("--cache=local");
        };
    }

    static Distribution distribution(DatabaseEngine engine) {
        Path directory = Settings.DIRECTORY.path();
        Distribution distribution = Distribution.at(
                        directory.resolve("keycloak-" + engine.vendor()), Settings.DISTRIBUTION.path())
                .deploy(List.of(Settings.BUNDLE.path(), Settings.PROBE.path()));
        distribution.build(
                List.of("--db=" + engine.vendor(), "--health-enabled=true", "--metrics-enabled=true"),
                TestLogs.ofServer(engine.vendor() + "-build"));
        return distribution;
    }
}

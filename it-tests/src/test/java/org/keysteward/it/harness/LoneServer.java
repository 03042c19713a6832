package org.keysteward.it.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keysteward.launcher.Distribution;
import org.keysteward.launcher.KeycloakServer;
import org.keysteward.launcher.Ports;
import org.keysteward.launcher.ServerOptions;

/**
 * A server of one test, on a database of its own, that is started with other options each time, killed, and started
 * again. Tests that need no such thing use {@link KeycloakTest}.
 */
public final class LoneServer implements AutoCloseable {
    private static final String JVM_OPTIONS = "-XX:TieredStopAtLevel=1";

    private final EmbeddedPostgresql postgresql;
    private final Database database;
    private final Distribution distribution;
    private final String name;
    private @Nullable KeycloakServer running;

    private LoneServer(EmbeddedPostgresql postgresql, Distribution distribution, String name) {
        this.postgresql = postgresql;
        this.database = postgresql.emptyDatabase();
        this.distribution = distribution;
        this.name = name;
    }

    /** @param name of its log */
    public static LoneServer prepared(String name) {
        Distribution distribution = LocalPlatform.distribution(DatabaseEngine.POSTGRESQL);
        return new LoneServer(
                EmbeddedPostgresql.start(Map.of("fsync", "off", "max_connections", "200")), distribution, name);
    }

    public Database database() {
        return database;
    }

    /**
     * Starts it with exactly these options, beside those of its database; it must not be running.
     *
     * @throws org.keysteward.launcher.LaunchException with the end of the log, where it does not start
     */
    public Keycloak start(List<String> options) {
        KeycloakServer server =
                KeycloakServer.start(distribution, options(options)).awaitReady();
        running = server;
        return Keycloak.of(server);
    }

    /** Ends it as a power cut would: nothing of it runs on. */
    public void kill() throws InterruptedException {
        KeycloakServer server = running;
        if (server == null) {
            throw new IllegalStateException("It does not run");
        }
        ProcessHandle process = server.javaProcess().orElseThrow();
        process.destroyForcibly();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        stop();
    }

    public void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Override
    public void close() {
        stop();
        postgresql.close();
    }

    private ServerOptions options(List<String> own) {
        Path log = TestLogs.ofServer(name);
        ServerOptions options = ServerOptions.on(Ports.free(), log).withJvmOptions(JVM_OPTIONS);
        List<String> all = new ArrayList<>(database.serverOptions());
        all.add("--cache=local");
        all.add("--spi-keysteward--kernel--lease-poll-seconds=1");
        all.addAll(own);
        for (String option : all) {
            options = options.withArgument(option);
        }
        return options;
    }
}

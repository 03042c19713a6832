package org.keysteward.it.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL process of this machine that serves one database to each deployment. */
public final class EmbeddedPostgresql implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final Duration START_WITHIN = Duration.ofSeconds(60);

    private final EmbeddedPostgres process;
    private final OrphanGuard guard;
    private final AtomicInteger databases = new AtomicInteger();

    private EmbeddedPostgresql(EmbeddedPostgres process, OrphanGuard guard) {
        this.process = process;
        this.guard = guard;
    }

    public static EmbeddedPostgresql start() {
        try {
            Path data = Files.createTempDirectory(
                    Files.createDirectories(Settings.DIRECTORY.path().resolve("it-databases")), "postgresql-");
            EmbeddedPostgres process = EmbeddedPostgres.builder()
                    .setDataDirectory(data.toFile())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    // The tests need no database that survives a power cut.
                    .setServerConfig("fsync", "off")
                    // The statements probe reads what the collector writes; only a start can switch it on.
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_destination", "jsonlog")
                    // It reads one file from an offset on.
                    .setServerConfig("log_rotation_size", "0")
                    .setPGStartupWait(START_WITHIN)
                    .start();
            return new EmbeddedPostgresql(process, OrphanGuard.of(processId(data)));
        } catch (IOException e) {
            throw new UncheckedIOException("Embedded PostgreSQL did not start", e);
        }
    }

    /** Makes an empty database; closing it leaves the process running for the next one. */
    public Database emptyDatabase() {
        String name = "keycloak" + databases.incrementAndGet();
        try (Connection connection = process.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused to create the database " + name, e);
        }
        return new OfDeployment(name);
    }

    @Override
    public void close() {
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            guard.close();
        }
    }

    private static long processId(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    private final class OfDeployment implements Database {
        private final String name;

        OfDeployment(String name) {
            this.name = name;
        }

        @Override
        public DatabaseEngine engine() {
            return DatabaseEngine.POSTGRESQL;
        }

        @Override
        public Connection connect() throws SQLException {
            return process.getDatabase(SUPERUSER, name).getConnection();
        }

        @Override
        public List<String> serverOptions() {
            return List.of(
                    "--db-url=jdbc:postgresql://127.0.0.1:" + process.getPort() + "/" + name,
                    "--db-username=" + SUPERUSER,
                    "--db-password=" + SUPERUSER);
        }

        @Override
        public void close() {}
    }
}

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
import java.util.Map;
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

    /**
     * Starts a PostgreSQL with stock settings but for these.
     *
     * @param settings what belongs into {@code postgresql.conf}
     */
    public static EmbeddedPostgresql start(Map<String, String> settings) {
        try {
            Path data = Files.createTempDirectory(
                    Files.createDirectories(Settings.DIRECTORY.path().resolve("it-databases")), "postgresql-");
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data.toFile())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    // The library switches it off.
                    .setServerConfig("synchronous_commit", "on")
                    .setPGStartupWait(START_WITHIN);
            settings.forEach(builder::setServerConfig);
            EmbeddedPostgres process = builder.start();
            return new EmbeddedPostgresql(process, OrphanGuard.of(processId(data)));
        } catch (IOException e) {
            throw new UncheckedIOException("Embedded PostgreSQL did not start", e);
        }
    }

    /** Makes an empty database; closing it leaves the process running for the next one. */
    public Database emptyDatabase() {
        return databaseLike("template1");
    }

    /** Makes a copy of a database of this process that nobody is connected to. */
    public Database copyOf(Database original) {
        return databaseLike(((OfDeployment) original).name);
    }

    private Database databaseLike(String template) {
        String name = "keycloak" + databases.incrementAndGet();
        try (Connection connection = process.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
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

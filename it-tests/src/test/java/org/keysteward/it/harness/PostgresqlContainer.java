package org.keysteward.it.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.testcontainers.containers.Network;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container of its own. */
final class PostgresqlContainer implements Database {
    private static final String IMAGE = "postgres:17";
    private static final String ALIAS = "postgresql";
    private static final int PORT = 5432;

    private final PostgreSQLContainer container;

    private PostgresqlContainer(PostgreSQLContainer container) {
        this.container = container;
    }

    static PostgresqlContainer startedOn(Network network) {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE)
                .withNetwork(network)
                .withNetworkAliases(ALIAS)
                // What EmbeddedPostgresql sets, for the same reasons.
                .withCommand(
                        "postgres",
                        "-c",
                        "fsync=off",
                        "-c",
                        "max_connections=300",
                        "-c",
                        "logging_collector=on",
                        "-c",
                        "log_destination=jsonlog",
                        "-c",
                        "log_rotation_size=0");
        container.start();
        return new PostgresqlContainer(container);
    }

    @Override
    public DatabaseEngine engine() {
        return DatabaseEngine.POSTGRESQL;
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    @Override
    public List<String> serverOptions() {
        return List.of(
                "--db-url=jdbc:postgresql://" + ALIAS + ":" + PORT + "/" + container.getDatabaseName(),
                "--db-username=" + container.getUsername(),
                "--db-password=" + container.getPassword());
    }

    @Override
    public void close() {
        container.close();
    }
}

package org.keysteward.it.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.EmbeddedPostgresql;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestLogs;
import org.keysteward.it.load.Candidate.Running;
import org.keysteward.launcher.Distribution;

/** One server with the bundle, on a PostgreSQL that writes as durably as in production and has some memory. */
final class AuditServer implements AutoCloseable {
    private static final Map<String, String> POSTGRESQL = Map.of("shared_buffers", "2GB", "max_wal_size", "8GB");
    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=true", "--metrics-enabled=true");
    // So that people can come from addresses of their own.
    private static final List<String> OPTIONS = List.of("--proxy-headers=xforwarded");

    private final EmbeddedPostgresql postgresql;
    private final Database database;
    private final Running server;

    private AuditServer(EmbeddedPostgresql postgresql, Database database, Running server) {
        this.postgresql = postgresql;
        this.database = database;
        this.server = server;
    }

    static AuditServer start() {
        Distribution distribution = Distribution.at(
                        Settings.DIRECTORY.path().resolve("keycloak-load-audit"), Settings.DISTRIBUTION.path())
                .deploy(List.of(Settings.BUNDLE.path()));
        distribution.build(BUILD_OPTIONS, TestLogs.ofServer("load-audit-build"));
        EmbeddedPostgresql postgresql = EmbeddedPostgresql.start(POSTGRESQL);
        try {
            Database database = postgresql.emptyDatabase();
            return new AuditServer(
                    postgresql, database, new Candidate(Variant.BUNDLE, distribution, database).start(OPTIONS));
        } catch (RuntimeException e) {
            postgresql.close();
            throw e;
        }
    }

    Database database() {
        return database;
    }

    Keycloak keycloak() {
        return server.keycloak();
    }

    LoadClient client() {
        return server.client();
    }

    /** Returns how many rows it has changed. */
    int execute(String sql, Object... parameters) {
        try (Connection connection = database.connect();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            statement.execute();
            return statement.getUpdateCount();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The rows that are found, each a list of texts. */
    List<List<String>> rows(String sql, Object... parameters) {
        try (Connection connection = database.connect();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet found = statement.executeQuery()) {
            int columns = found.getMetaData().getColumnCount();
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(found.getString(column)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of what is found. */
    List<String> texts(String sql, Object... parameters) {
        return rows(sql, parameters).stream().map(row -> row.get(0)).toList();
    }

    long number(String sql, Object... parameters) {
        return Long.parseLong(texts(sql, parameters).get(0));
    }

    @Override
    public void close() {
        try {
            server.close();
        } finally {
            postgresql.close();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}

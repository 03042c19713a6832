package org.keysteward.audit.keycloak;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.Rows;

/**
 * Plain statements in the session's transaction: for tables of which thousands of rows are written and read at once.
 * Texts are constants of whoever calls; values are parameters, always.
 */
final class Sql {
    /** Reads one row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Sets the parameters of one execution. */
    interface Binder<T> {
        void bind(PreparedStatement statement, T value) throws SQLException;
    }

    private final Connection connection;

    private Sql(Connection connection) {
        this.connection = connection;
    }

    interface Work<T> {
        T with(Sql sql) throws SQLException;
    }

    static <T> T in(KeycloakSession session, Work<T> work) {
        var entityManager = Rows.entityManager(session);
        return entityManager.unwrap(Session.class).doReturningWork(connection -> work.with(new Sql(connection)));
    }

    boolean isPostgres() throws SQLException {
        return Rows.isPostgres(connection);
    }

    Connection connection() {
        return connection;
    }

    <T> List<T> list(String query, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            bind(statement, parameters);
            try (var rows = statement.executeQuery()) {
                var read = new ArrayList<T>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        }
    }

    int update(String statementText, @Nullable Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(statementText)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** @return how many rows each of the values has changed */
    <T> int[] batch(String statementText, List<T> values, Binder<T> binder) throws SQLException {
        if (values.isEmpty()) {
            return new int[0];
        }
        try (var statement = connection.prepareStatement(statementText)) {
            for (var value : values) {
                binder.bind(statement, value);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /** {@code (?, ?, ?)}. */
    static String marks(int count) {
        return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (var i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}

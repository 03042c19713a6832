package org.keysteward.kernel.keycloak;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Keycloak's database connection, and the statements that JPA cannot say. */
public final class Rows {
    private static final String UNIQUE_VIOLATION = "23505";

    private Rows() {}

    public static EntityManager entityManager(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * Inserts a row unless there is one with its key, and waits for anyone who is just inserting it. H2 has no {@code
     * on conflict}; there the violated key is the answer, and does not spoil the transaction as it would on PostgreSQL.
     *
     * @param insert a constant {@code insert} statement with {@code ?} parameters
     * @return whether the row was inserted
     */
    public static boolean insertIfAbsent(EntityManager entityManager, String insert, Object... parameters) {
        return entityManager
                .unwrap(Session.class)
                .doReturningWork(connection -> isPostgres(connection)
                        ? execute(connection, insert + " on conflict do nothing", parameters)
                        : executeOrYield(connection, insert, parameters));
    }

    /** The database's clock: the one that all nodes agree on. */
    public static Instant databaseTime(KeycloakSession session) {
        return (Instant) entityManager(session)
                .createNativeQuery("select current_timestamp as NOW_AT")
                .unwrap(NativeQuery.class)
                .addScalar("NOW_AT", StandardBasicTypes.INSTANT)
                .getSingleResult();
    }

    public static boolean isPostgres(Connection connection) throws SQLException {
        return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    }

    private static boolean executeOrYield(Connection connection, String sql, Object... parameters) throws SQLException {
        try {
            return execute(connection, sql, parameters);
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate() == 1;
        }
    }
}

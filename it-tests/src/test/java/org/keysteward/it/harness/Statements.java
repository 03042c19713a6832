package org.keysteward.it.harness;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Counts the SQL statements that a request causes, whoever sends them: it reads PostgreSQL's own log, so that native
 * and plain JDBC statements count like Hibernate's.
 *
 * <p>Timers of the server may send statements at the same moment. They come and go; what the request itself causes
 * stays. So the request is repeated, and the repetition with the fewest statements is the answer. The first ones fill
 * caches, which the least leaves out too.
 */
public final class Statements {
    /** What PostgreSQL has to be started with; nothing is logged until somebody counts. */
    public static final Map<String, String> POSTGRESQL_SETTINGS = Map.of(
            "logging_collector", "on",
            "log_destination", "jsonlog",
            // It reads one file from an offset on.
            "log_rotation_size", "0");

    private static final int REPEATS = 5;

    private final Database database;

    Statements(Database database) {
        this.database = database;
    }

    /** Those of a database that is no test's own; its PostgreSQL needs {@link #POSTGRESQL_SETTINGS}. */
    public static Statements in(Database database) {
        return new Statements(database);
    }

    /** The fewest statements that the request has caused in five repetitions. */
    public StatementLog of(Runnable request) {
        return least(REPEATS, repetition -> request.run());
    }

    /**
     * The fewest statements that one of the repetitions has caused.
     *
     * @param request is told the number of the repetition, beginning with 0, so that each can change something else
     */
    public StatementLog least(int repeats, IntConsumer request) {
        try (Connection connection = database.connect();
                PostgresqlLog log = PostgresqlLog.following(connection)) {
            return IntStream.range(0, repeats)
                    .mapToObj(repetition -> log.during(() -> request.accept(repetition)))
                    .min(Comparator.comparingInt(StatementLog::count))
                    .orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL's log cannot be followed", e);
        }
    }
}

package org.keysteward.it.tenants;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.keysteward.it.harness.Database;

/** Scheduled work of the cluster, sooner than it is due. */
public final class Tasks {
    private Tasks() {}

    /** Has the task run at the next look of any node, which is some seconds away. */
    public static void hasten(Database database, String name) {
        try (Connection connection = database.connect();
                var statement = connection.prepareStatement("update KS_LEASE set NEXT_RUN = 0 where NAME = ?")) {
            statement.setString(1, name);
            if (statement.executeUpdate() != 1) {
                throw new IllegalArgumentException("There is no task " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has the task run, and waits until it has: a node takes it a second time only when the first is over. */
    public static void run(Database database, String name) {
        for (int time = 0; time < 2; time++) {
            hasten(database, name);
            await(name).atMost(Duration.ofSeconds(40)).until(() -> isTaken(database, name));
        }
    }

    private static boolean isTaken(Database database, String name) {
        try (Connection connection = database.connect();
                var statement = connection.prepareStatement("select NEXT_RUN from KS_LEASE where NAME = ?")) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getLong(1) > 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

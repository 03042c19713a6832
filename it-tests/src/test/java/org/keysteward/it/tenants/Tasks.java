package org.keysteward.it.tenants;

import java.sql.Connection;
import java.sql.SQLException;
import org.keysteward.it.harness.Database;

/** Scheduled work of the cluster, sooner than it is due. */
final class Tasks {
    private Tasks() {}

    /** Has the task run at the next look of any node, which is some seconds away. */
    static void hasten(Database database, String name) {
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
}

package org.keysteward.it.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.keysteward.it.harness.Database;

/**
 * Users in numbers that no API would make in a minute: one is made by the SCIM server that is measured, and its rows are
 * copied in the database, so that the copies have what that server keeps of a user.
 */
final class ManyUsers {
    /** Of the one that is copied; each copy has its own. */
    static final String NUMBER = "nnnnnnn";

    /** In the domain of the address: so many have the same. */
    static final String DEPARTMENT = "xxxx";

    static final int IN_DEPARTMENT = 1000;

    private static final String COPY =
            "insert into %1$s select (jsonb_populate_record(null::%1$s, replace(replace(replace("
                    + "to_jsonb(t)::text, ?, md5(? || n)::uuid::text), '" + NUMBER + "', lpad(n::text, "
                    + NUMBER.length()
                    + ", '0')), '" + DEPARTMENT + "', 'd' || n / " + IN_DEPARTMENT + ")::jsonb %2$s)).*"
                    + " from %1$s t, generate_series(0, ?) n where t.%3$s = ?";
    private static final String NEW_KEY = "|| jsonb_build_object('id', gen_random_uuid()::text)";

    private final Database database;
    private final String template;

    /** @param template the id of the user that is copied */
    ManyUsers(Database database, String template) {
        this.database = database;
        this.template = template;
    }

    /** Numbers 0 to {@code count - 1}. */
    void make(int count, boolean ofBundle) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            copy(connection, "USER_ENTITY", "", "ID", count);
            copy(connection, "USER_ATTRIBUTE", NEW_KEY, "USER_ID", count);
            copy(connection, "USER_ROLE_MAPPING", "", "USER_ID", count);
            copy(connection, "USER_GROUP_MEMBERSHIP", "", "USER_ID", count);
            if (ofBundle) {
                copy(connection, "KS_SCIM_RESOURCE", "", "RESOURCE_ID", count);
                copy(connection, "KS_SCIM_LINK", "", "RESOURCE_ID", count);
                copy(connection, "KS_SCIM_VALUE", "", "RESOURCE_ID", count);
            }
            connection.commit();
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The ids of some, by their numbers. */
    List<String> ids(List<Integer> numbers) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("select md5(? || n)::uuid::text"
                        + " from unnest(?) with ordinality as wanted(n, place) order by place")) {
            statement.setString(1, template);
            statement.setArray(2, connection.createArrayOf("int", numbers.toArray()));
            try (ResultSet found = statement.executeQuery()) {
                List<String> ids = new ArrayList<>();
                while (found.next()) {
                    ids.add(found.getString(1));
                }
                return ids;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String number(int number) {
        return String.format(Locale.ROOT, "%0" + NUMBER.length() + "d", number);
    }

    private void copy(Connection connection, String table, String more, String column, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COPY.formatted(table, more, column))) {
            statement.setString(1, template);
            statement.setString(2, template);
            statement.setInt(3, count - 1);
            statement.setString(4, template);
            statement.executeUpdate();
        }
    }
}

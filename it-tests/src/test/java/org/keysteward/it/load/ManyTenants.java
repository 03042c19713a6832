package org.keysteward.it.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/**
 * Tenants in numbers that no API would make in a minute: one is made as an administrator makes it, and its rows are
 * copied in the database.
 */
final class ManyTenants {
    private ManyTenants() {}

    static void make(TestRealm realm, Database database, int tenants, int members) {
        realm.adminDoor()
                .body(Map.of("key", "team", "name", "Team", "limits", Map.of("seats", 1000)))
                .post("/plans")
                .then()
                .statusCode(201);
        String id = realm.adminDoor()
                .body(Map.of("alias", "template", "name", "Template", "plan", "team"))
                .post("/tenants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        TestUser user = realm.createUser("template");
        new TestOrganization(realm, id, "template").add(user).then().statusCode(201);
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            copy(connection, id, user.id(), tenants, members);
            connection.commit();
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Connection connection, String organization, String user, int tenants, int members)
            throws SQLException {
        execute(
                connection,
                "insert into KEYCLOAK_GROUP select (jsonb_populate_record(g, jsonb_build_object("
                        + "'id', 'g' || n || '-' || left(?, 8), 'name', 'o' || n || '-' || left(?, 8), 'org_id', null))).*"
                        + " from KEYCLOAK_GROUP g join ORG o on o.GROUP_ID = g.ID, generate_series(1, ?) n where o.ID = ?",
                organization,
                organization,
                tenants,
                organization);
        execute(
                connection,
                "insert into ORG select (jsonb_populate_record(o, jsonb_build_object('id', 'o' || n || '-' || left(?, 8),"
                        + " 'group_id', 'g' || n || '-' || left(?, 8), 'alias', 'tenant-' || lpad(n::text, 5, '0'), 'name', 'Tenant ' || lpad(n::text, 5, '0')))).*"
                        + " from ORG o, generate_series(1, ?) n where o.ID = ?",
                organization,
                organization,
                tenants,
                organization);
        execute(
                connection,
                "insert into KS_LICENSE select (jsonb_populate_record(l, jsonb_build_object("
                        + "'tenant_id', 'o' || n || '-' || left(?, 8)))).* from KS_LICENSE l, generate_series(1, ?) n"
                        + " where l.TENANT_ID = ?",
                organization,
                tenants,
                organization);
        execute(
                connection,
                "insert into USER_ENTITY select (jsonb_populate_record(u, jsonb_build_object("
                        + "'id', 'u' || n || '-' || left(?, 8), 'username', 'user' || n, 'email', 'user' || n || '@x.example',"
                        + " 'email_constraint', 'user' || n || '@x.example'))).* from USER_ENTITY u,"
                        + " generate_series(1, ?) n where u.ID = ?",
                organization,
                tenants * members,
                user);
        execute(
                connection,
                "insert into USER_GROUP_MEMBERSHIP select (jsonb_populate_record(m, jsonb_build_object("
                        + "'group_id', 'g' || (n % ? + 1) || '-' || left(?, 8), 'user_id', 'u' || n || '-' || left(?, 8)))).*"
                        + " from USER_GROUP_MEMBERSHIP m join ORG o on o.GROUP_ID = m.GROUP_ID, generate_series(1, ?) n"
                        + " where o.ID = ? and m.USER_ID = ?",
                tenants,
                organization,
                organization,
                tenants * members,
                organization,
                user);
        execute(
                connection,
                "update KEYCLOAK_GROUP g set ORG_ID = o.ID from ORG o where o.GROUP_ID = g.ID and g.ORG_ID is null");
    }

    private static void execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}

package org.keysteward.it.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tenancy;

/** What comes with being in a group, and groups that are too large to be shown. */
@KeycloakTest
class GroupsIT {
    private static final int MANY = 1_200;

    @Test
    void groupGivesTheRolesThatTheTenantMapsItTo(TestRealm realm) {
        Tenancy tenancy = tenantWithARole(realm);
        Provisioner directory = Provisioner.of(realm, "acme");
        String ada = directory.createUser("ada", Map.of());
        map(tenancy, "Engineers");

        String group = directory.createGroup("Engineers", List.of(ada));
        assignments(tenancy, ada)
                .body("items.role", contains("author"))
                .body("items[0].source", equalTo("scim"))
                .body("items[0].detail", equalTo(directory.connection()));

        rename(directory, group, "Others");
        assignments(tenancy, ada).body("items", empty());
        rename(directory, group, "Engineers");
        assignments(tenancy, ada).body("items.role", contains("author"));

        directory
                .scim()
                .body(Provisioner.patch(Map.of("op", "remove", "path", "members[value eq \"" + ada + "\"]")))
                .patch("/Groups/" + group)
                .then()
                .statusCode(200);
        assignments(tenancy, ada).body("items", empty());

        directory
                .scim()
                .body(Provisioner.patch(Map.of("op", "add", "path", "members", "value", List.of(Map.of("value", ada)))))
                .patch("/Groups/" + group)
                .then()
                .statusCode(200);
        directory.scim().delete("/Groups/" + group).then().statusCode(204);
        assignments(tenancy, ada).body("items", empty());
    }

    /** Whoever holds a token decides who is in groups, and so who has what those give. */
    @Test
    void nobodyMakesAConnectionThatGivesMoreThanTheyCould(TestRealm realm) {
        Tenancy tenancy = tenantWithARole(realm);
        TestUser mallory = tenancy.member("acme", "mallory", "member");
        tenancy.api()
                .body(Map.of(
                        "key",
                        "provisioner",
                        "name",
                        "Provisioner",
                        "rank",
                        5,
                        "grants",
                        List.of("scim.manage", "scim.read")))
                .post("/tenants/acme/roles")
                .then()
                .statusCode(201);
        tenancy.api()
                .body(Map.of("principal", Map.of("type", "user", "id", mallory.id()), "role", "provisioner"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(201);
        String before = tenancy.as(mallory)
                .body(Map.of("name", "harmless"))
                .post("/tenants/acme/scim-connections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        map(tenancy, "Engineers");

        tenancy.as(mallory)
                .body(Map.of("name", "not any more"))
                .post("/tenants/acme/scim-connections")
                .then()
                .statusCode(403);
        tenancy.as(mallory)
                .body(Map.of())
                .post("/tenants/acme/scim-connections/" + before + "/tokens")
                .then()
                .statusCode(403);
    }

    @Test
    void membersOfALargeGroupArePagedAndNeverShownInPart(TestRealm realm, Database database) throws SQLException {
        Provisioner directory = Provisioner.ofRealm(realm);
        String group = directory.createGroup("Everybody", List.of());
        fill(database, realm, group);
        String ada = directory.createUser("ada", Map.of());

        directory
                .scim()
                .body(Provisioner.patch(Map.of("op", "add", "path", "members", "value", List.of(Map.of("value", ada)))))
                .patch("/Groups/" + group)
                .then()
                .statusCode(200);
        directory
                .scim()
                .body(Map.of("schemas", List.of(Provisioner.GROUP), "displayName", "All"))
                .put("/Groups/" + group)
                .then()
                .statusCode(200);

        JsonPath read = directory.read("/Groups/" + group);
        assertThat(read.getString("displayName")).isEqualTo("All");
        assertThat(read.getList("members")).isNull();
        assertThat(directory.read("/Groups").getList("Resources[0].members")).isNull();
        JsonPath page = Provisioner.json(directory
                .scim()
                .queryParam("filter", "groups.value eq \"" + group + "\"")
                .queryParam("count", "10")
                .get("/Users")
                .asString());
        assertThat(page.getInt("totalResults")).isEqualTo(MANY + 1);
        assertThat(page.getList("Resources")).hasSize(10);
        assertThat(directory
                        .read("/Groups?filter=members.value eq \"" + ada + "\"")
                        .getInt("totalResults"))
                .isOne();
    }

    private static Tenancy tenantWithARole(TestRealm realm) {
        Tenancy tenancy = Tenancy.in(realm).openRealmDoor();
        tenancy.tenant("acme", null);
        AuthorRole.makeIn(tenancy);
        return tenancy;
    }

    private static void map(Tenancy tenancy, String group) {
        tenancy.api()
                .body(Map.of("source", "scim", "group", group, "role", "author"))
                .post("/tenants/acme/role-mappings")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse assignments(Tenancy tenancy, String user) {
        return tenancy.api()
                .get("/tenants/acme/assignments?principalId=" + user)
                .then()
                .statusCode(200);
    }

    private static void rename(Provisioner directory, String group, String name) {
        directory
                .scim()
                .body(Provisioner.patch(Map.of("op", "replace", "path", "displayName", "value", name)))
                .patch("/Groups/" + group)
                .then()
                .statusCode(200);
    }

    private static void fill(Database database, TestRealm realm, String group) throws SQLException {
        String realmId = realm.admin().get().then().statusCode(200).extract().path("id");
        execute(
                database,
                "insert into USER_ENTITY (ID, USERNAME, EMAIL_CONSTRAINT, ENABLED, EMAIL_VERIFIED, REALM_ID, NOT_BEFORE,"
                        + " CREATED_TIMESTAMP) select 'many-' || ? || n, 'many' || n, 'many-' || ? || n, true, false, ?, 0, 0"
                        + " from generate_series(1, " + MANY + ") n",
                realm.name(),
                realm.name(),
                realmId);
        execute(
                database,
                "insert into USER_GROUP_MEMBERSHIP (GROUP_ID, USER_ID, MEMBERSHIP_TYPE)"
                        + " select ?, ID, 'UNMANAGED' from USER_ENTITY where REALM_ID = ? and USERNAME like 'many%'",
                group,
                realmId);
    }

    private static void execute(Database database, String sql, String... parameters) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}

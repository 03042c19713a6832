package org.keysteward.it.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.tenants.Tenancy;

/** Users and groups that a tenant's directory provisions. */
@KeycloakTest
class ScimIT {
    @SuppressWarnings("NullAway.Init")
    private Provisioner directory;

    @SuppressWarnings("NullAway.Init")
    private TestRealm realm;

    @BeforeEach
    void aTenantWithAConnection(TestRealm own) {
        realm = own;
        Tenancy.in(realm).tenant("acme", null);
        directory = Provisioner.of(realm, "acme");
    }

    @Test
    void userIsMadeAndReadAsSent() {
        Map<String, Object> sent = Provisioner.user(
                "Ada",
                Map.of(
                        "externalId",
                        "e-1",
                        "name",
                        Map.of("givenName", "Ada", "familyName", "Lovelace", "honorificPrefix", "Countess"),
                        "emails",
                        List.of(
                                Map.of("value", "ada@example.org", "type", "work", "primary", true),
                                Map.of("value", "ada@home.example", "type", "home")),
                        "phoneNumbers",
                        List.of(Map.of("value", "+44 20", "type", "work")),
                        "title",
                        "Analyst",
                        "schemas",
                        List.of(Provisioner.USER, Provisioner.ENTERPRISE),
                        Provisioner.ENTERPRISE,
                        Map.of("department", "Engines", "employeeNumber", "1")));

        String made = directory
                .scim()
                .body(sent)
                .post("/Users")
                .then()
                .statusCode(201)
                .contentType(startsWith(Provisioner.MEDIA_TYPE))
                .extract()
                .asString();
        String id = Provisioner.json(made).getString("id");
        JsonPath read = directory.read("/Users/" + id);

        assertThat(read.getString("userName")).isEqualTo("ada");
        assertThat(read.getString("externalId")).isEqualTo("e-1");
        assertThat(read.getMap("name")).isEqualTo(sent.get("name"));
        assertThat(read.getList("emails")).isEqualTo(sent.get("emails"));
        assertThat(read.getList("phoneNumbers")).isEqualTo(sent.get("phoneNumbers"));
        assertThat(read.getBoolean("active")).isTrue();
        assertThat(read.getMap("'" + Provisioner.ENTERPRISE + "'")).isEqualTo(sent.get(Provisioner.ENTERPRISE));
        realm.admin()
                .get("/users/" + id)
                .then()
                .statusCode(200)
                .body("username", equalTo("ada"))
                .body("email", equalTo("ada@example.org"))
                .body("lastName", equalTo("Lovelace"))
                .body("emailVerified", equalTo(false));
    }

    @Test
    void userIsPatchedAndDeactivated() {
        String id = directory.createUser("ada", Map.of("title", "Analyst"));

        directory
                .scim()
                .body(Provisioner.patch(
                        Map.of("op", "Replace", "path", "emails[type eq \"work\"].value", "value", "ada@example.org"),
                        Map.of("op", "Add", "value", Map.of("name.givenName", "Ada")),
                        Map.of("op", "Replace", "path", "active", "value", "False")))
                .patch("/Users/" + id)
                .then()
                .statusCode(200);

        realm.admin()
                .get("/users/" + id)
                .then()
                .body("email", equalTo("ada@example.org"))
                .body("firstName", equalTo("Ada"))
                .body("enabled", equalTo(false));
        assertThat(directory.read("/Users/" + id).getBoolean("active")).isFalse();
    }

    @Test
    void usersAreFound() {
        String ada = directory.createUser(
                "ada",
                Map.of("externalId", "x", "emails", List.of(Map.of("value", "ada@example.org", "type", "work"))));
        directory.createUser("bob", Map.of("emails", List.of(Map.of("value", "bob@example.org", "type", "home"))));

        for (String filter : List.of(
                "userName eq \"ADA\"",
                "externalId eq \"x\"",
                "emails eq \"ada@example.org\"",
                "emails[type eq \"work\"]",
                "emails[type eq \"work\" and value co \"@example\"]",
                "not (userName eq \"bob\")",
                "id eq \"" + ada + "\"",
                "active eq true and meta.created gt \"2020-01-01T00:00:00Z\" and userName sw \"a\"")) {
            JsonPath found = Provisioner.json(directory
                    .scim()
                    .queryParam("filter", filter)
                    .get("/Users")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            assertThat(found.getInt("totalResults")).as(filter).isOne();
            assertThat(found.getString("Resources[0].id")).as(filter).isEqualTo(ada);
        }
    }

    @Test
    void groupHasMembers() {
        String ada = directory.createUser("ada", Map.of());
        String bob = directory.createUser("bob", Map.of());
        String group = directory.createGroup("Engineers", List.of(ada));

        directory
                .scim()
                .body(Provisioner.patch(
                        Map.of("op", "Add", "path", "members", "value", List.of(Map.of("value", bob))),
                        Map.of("op", "Remove", "path", "members[value eq \"" + ada + "\"]")))
                .patch("/Groups/" + group)
                .then()
                .statusCode(200);

        assertThat(directory.read("/Groups/" + group).getList("members.value")).containsExactly(bob);
        assertThat(directory.read("/Users/" + bob).getList("groups.display")).containsExactly("Engineers");
        assertThat(directory.read("/Users/" + ada).getList("groups")).isNull();
    }

    @Test
    void manyAreDoneAtOnce() {
        Map<String, Object> body = Map.of(
                "schemas", List.of("urn:ietf:params:scim:api:messages:2.0:BulkRequest"),
                "Operations",
                        List.of(
                                Map.of(
                                        "method", "POST",
                                        "path", "/Groups",
                                        "bulkId", "g",
                                        "data", Provisioner.group("Engineers", List.of("bulkId:u"))),
                                Map.of(
                                        "method", "POST",
                                        "path", "/Users",
                                        "bulkId", "u",
                                        "data", Provisioner.user("ada", Map.of())),
                                Map.of(
                                        "method", "POST",
                                        "path", "/Users",
                                        "bulkId", "twice",
                                        "data", Provisioner.user("ada", Map.of()))));

        JsonPath done = Provisioner.json(directory
                .scim()
                .body(body)
                .post("/Bulk")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(done.getList("Operations.status")).containsExactly("201", "201", "409");
        String group = done.getString("Operations[0].location");
        assertThat(directory
                        .read("/Groups/" + group.substring(group.lastIndexOf('/') + 1))
                        .getList("members"))
                .hasSize(1);
    }

    @Test
    void withoutATokenNothingIsSaid() {
        directory
                .scim(null)
                .get("/Users")
                .then()
                .statusCode(401)
                .contentType(startsWith(Provisioner.MEDIA_TYPE))
                .header("WWW-Authenticate", startsWith("Bearer"));
    }
}

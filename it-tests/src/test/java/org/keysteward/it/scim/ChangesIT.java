package org.keysteward.it.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tenancy;

/** Changes: none is lost, none is half done, and Keycloak's rules hold. */
@KeycloakTest
class ChangesIT {
    @SuppressWarnings("NullAway.Init")
    private TestRealm realm;

    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @SuppressWarnings("NullAway.Init")
    private Provisioner directory;

    @BeforeEach
    void aTenant(TestRealm own) {
        realm = own;
        tenancy = Tenancy.in(realm).openRealmDoor();
        tenancy.tenant("acme", null);
        directory = Provisioner.of(realm, "acme");
    }

    @Test
    void versionIsAskedFor() {
        String id = directory.createUser("ada", Map.of());
        String version = directory.read("/Users/" + id).getString("meta.version");

        directory
                .scim()
                .header("If-None-Match", version)
                .get("/Users/" + id)
                .then()
                .statusCode(304);
        directory
                .scim()
                .header("If-Match", version)
                .body(replace("title", "First"))
                .patch("/Users/" + id)
                .then()
                .statusCode(200);
        directory
                .scim()
                .header("If-Match", version)
                .body(replace("title", "Second"))
                .patch("/Users/" + id)
                .then()
                .statusCode(412);
        directory
                .scim()
                .header("If-Match", version)
                .delete("/Users/" + id)
                .then()
                .statusCode(412);
        directory
                .scim()
                .header("If-None-Match", version)
                .get("/Users/" + id)
                .then()
                .statusCode(200);

        assertThat(directory.read("/Users/" + id).getString("title")).isEqualTo("First");
    }

    @Test
    void whoComesSecondWithAVersionIsRefused() throws Exception {
        String id = directory.createUser("ada", Map.of());
        for (int round = 0; round < 5; round++) {
            String version = directory.read("/Users/" + id).getString("meta.version");
            int number = round;
            List<Integer> statuses = atOnce(
                    4,
                    one -> directory
                            .scim()
                            .header("If-Match", version)
                            .body(replace("title", "Title " + number + one))
                            .patch("/Users/" + id)
                            .statusCode());

            assertThat(statuses)
                    .containsOnlyOnce(200)
                    .filteredOn(status -> status == 412)
                    .hasSize(3);
        }
    }

    @Test
    void changesAtOnceAreAllKept() throws Exception {
        String id = directory.createUser("ada", Map.of());
        String group = directory.createGroup("Engineers", List.of());
        List<String> others = IntStream.range(0, 6)
                .mapToObj(number -> directory.createUser("user" + number, Map.of()))
                .toList();

        assertThat(atOnce(
                        6,
                        number -> directory
                                .scim()
                                .body(Provisioner.patch(Map.of(
                                        "op", "add",
                                        "path", "phoneNumbers",
                                        "value", List.of(Map.of("value", "+" + number)))))
                                .patch("/Users/" + id)
                                .statusCode()))
                .containsOnly(200);
        assertThat(atOnce(
                        6,
                        number -> directory
                                .scim()
                                .body(Provisioner.patch(Map.of(
                                        "op", "add",
                                        "path", "members",
                                        "value", List.of(Map.of("value", others.get(number))))))
                                .patch("/Groups/" + group)
                                .statusCode()))
                .containsOnly(200);

        assertThat(directory.read("/Users/" + id).getList("phoneNumbers")).hasSize(6);
        assertThat(directory.read("/Groups/" + group).getList("members")).hasSize(6);
    }

    @Test
    void oneNameIsGivenOnce() throws Exception {
        assertThat(atOnce(
                        4,
                        number -> directory
                                .scim()
                                .body(Provisioner.user("same", Map.of()))
                                .post("/Users")
                                .statusCode()))
                .containsOnlyOnce(201)
                .filteredOn(status -> status == 409)
                .hasSize(3);
        assertThat(atOnce(
                        4,
                        number -> directory
                                .scim()
                                .body(Provisioner.group("Same", List.of()))
                                .post("/Groups")
                                .statusCode()))
                .containsOnlyOnce(201)
                .filteredOn(status -> status == 409)
                .hasSize(3);
        assertThat(atOnce(
                        4,
                        number -> directory
                                .scim()
                                .body(Provisioner.user("one" + number, Map.of("externalId", "same")))
                                .post("/Users")
                                .statusCode()))
                .containsOnlyOnce(201)
                .filteredOn(status -> status == 409)
                .hasSize(3);
    }

    @Test
    void operationThatFailsUndoesThoseBeforeIt() {
        String id = directory.createUser("ada", Map.of("title", "Analyst"));

        directory
                .scim()
                .body(Provisioner.patch(
                        Map.of("op", "replace", "path", "title", "value", "Boss"),
                        Map.of("op", "remove", "path", "userName")))
                .patch("/Users/" + id)
                .then()
                .statusCode(400)
                .body(containsString("mutability"));
        directory
                .scim()
                .body(Provisioner.group("Engineers", List.of(id, "nobody")))
                .post("/Groups")
                .then()
                .statusCode(400);

        assertThat(directory.read("/Users/" + id).getString("title")).isEqualTo("Analyst");
        assertThat(directory.read("/Groups").getInt("totalResults")).isZero();
    }

    @Test
    void changeInTheConsoleShowsAtOnceAndIsAnotherVersion() {
        String id = directory.createUser(
                "ada", Map.of("emails", List.of(Map.of("value", "ada@example.org", "type", "work", "primary", true))));
        JsonPath before = directory.read("/Users/" + id);
        Map<String, Object> representation =
                realm.admin().get("/users/" + id).jsonPath().getMap("");
        representation.put("email", "countess@example.org");
        representation.put("lastName", "Lovelace");
        realm.admin().body(representation).put("/users/" + id).then().statusCode(204);

        JsonPath after = directory.read("/Users/" + id);

        assertThat(after.getString("emails[0].value")).isEqualTo("countess@example.org");
        assertThat(after.getString("emails[0].type")).isEqualTo("work");
        assertThat(after.getString("name.familyName")).isEqualTo("Lovelace");
        assertThat(after.getString("meta.version")).isNotEqualTo(before.getString("meta.version"));
        assertThat(directory
                        .read("/Users?filter=emails[type eq \"work\" and value sw \"countess\"]")
                        .getInt("totalResults"))
                .isOne();
    }

    @Test
    void memberThatJoinsInTheConsoleIsAnotherVersionOfTheGroup() {
        Provisioner ofRealm = Provisioner.ofRealm(realm);
        String group = ofRealm.createGroup("Staff", List.of());
        String version = ofRealm.read("/Groups/" + group).getString("meta.version");
        TestUser eve = realm.createUser("eve");
        realm.admin().put("/users/" + eve.id() + "/groups/" + group).then().statusCode(204);

        JsonPath after = ofRealm.read("/Groups/" + group);

        assertThat(after.getString("meta.version")).isNotEqualTo(version);
        assertThat(after.getList("members.value")).containsExactly(eve.id());
    }

    @Test
    void whoIsDeactivatedIsSignedOut() {
        String id = directory.createUser(
                "ada",
                Map.of(
                        "password", "correct horse",
                        "name", Map.of("givenName", "Ada", "familyName", "Lovelace"),
                        "emails", List.of(Map.of("value", "ada@example.org"))));
        TestUser ada = new TestUser(realm, id, "ada", "correct horse");
        var tokens = ada.signIn("openid");

        directory
                .scim()
                .body(replace("active", false))
                .patch("/Users/" + id)
                .then()
                .statusCode(200);

        ada.trySignIn("openid").then().statusCode(400);
        ada.tryRefresh(tokens).then().statusCode(400);
        directory
                .scim()
                .body(replace("active", true))
                .patch("/Users/" + id)
                .then()
                .statusCode(200);
        ada.trySignIn("openid").then().statusCode(200);
        ada.tryRefresh(tokens).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "tenant"})
    void legalHoldKeepsWhomItIsOn(String subject) {
        String id = directory.createUser("ada", Map.of());
        realm.adminDoor()
                .body(Map.of(
                        "subjectType",
                        subject,
                        "subjectId",
                        subject.equals("person") ? id : "acme",
                        "reason",
                        "Lawsuit"))
                .post("/audit-holds")
                .then()
                .statusCode(201);

        directory.scim().delete("/Users/" + id).then().statusCode(409).body(containsString("legal hold"));

        directory.scim().get("/Users/" + id).then().statusCode(200);
    }

    @Test
    void rulesOfTheRealmHold() {
        realm.update(Map.of("passwordPolicy", "length(12)"));

        directory
                .scim()
                .body(Provisioner.user("ada", Map.of("password", "short")))
                .post("/Users")
                .then()
                .statusCode(400)
                .body(containsString("invalidValue"))
                .body(containsString("12"));
        directory
                .scim()
                .body(Provisioner.user("ada", Map.of("emails", List.of(Map.of("value", "no address")))))
                .post("/Users")
                .then()
                .statusCode(400)
                .body(containsString("invalidValue"))
                .body(containsString("emails"));
        directory
                .scim()
                .body(Provisioner.user("a<b>c", Map.of()))
                .post("/Users")
                .then()
                .statusCode(400)
                .body(containsString("userName"));

        assertThat(directory.read("/Users").getInt("totalResults")).isZero();
        realm.admin().get("/users?username=ada&exact=true").then().body("size()", equalTo(0));
    }

    @Test
    void seatsOfTheLicenseHoldAndNothingIsLeftOfWhoHasNone() {
        tenancy.plan("small", 1);
        tenancy.tenant("little", "small");
        Provisioner source = Provisioner.of(realm, "little");
        source.createUser("first", Map.of());

        source.scim()
                .body(Provisioner.user("second", Map.of()))
                .post("/Users")
                .then()
                .statusCode(403)
                .body(containsString("seat"));

        realm.admin().get("/users?username=second&exact=true").then().body("size()", equalTo(0));
        JsonPath bulk = bulk(
                source,
                List.of(post("/Users", "a", "third"), post("/Users", "b", "fourth"), post("/Groups", "c", "Staff")));
        assertThat(bulk.getList("Operations.status")).containsExactly("403", "403", "201");
        realm.admin().get("/users?username=third&exact=true").then().body("size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bulkIsAllOrNothingWhereThatIsAskedFor(boolean atomic) {
        directory.createUser("taken", Map.of());
        Response done = directory
                .scim()
                .queryParam("atomic", atomic)
                .body(bulkBody(List.of(
                        post("/Users", "a", "first"), post("/Users", "b", "taken"), post("/Users", "c", "last"))))
                .post("/Bulk");

        JsonPath answer = Provisioner.json(done.then().statusCode(200).extract().asString());
        assertThat(answer.getList("Operations.status"))
                .isEqualTo(atomic ? List.of("424", "409", "424") : List.of("201", "409", "201"));
        assertThat(directory.read("/Users").getInt("totalResults")).isEqualTo(atomic ? 1 : 3);
    }

    @Test
    void bulkStopsAfterSoManyErrors() {
        Map<String, Object> body = new HashMap<>(bulkBody(List.of(
                post("/Users", "a", "first"),
                Map.of("method", "DELETE", "path", "/Users/nobody"),
                post("/Users", "b", "second"))));
        body.put("failOnErrors", 1);

        JsonPath done = Provisioner.json(directory
                .scim()
                .body(body)
                .post("/Bulk")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(done.getList("Operations.status")).containsExactly("201", "404");
        assertThat(directory.read("/Users").getInt("totalResults")).isOne();
    }

    @Test
    void bulkResolvesWhatRefersToEachOther() {
        JsonPath done = bulk(
                directory,
                List.of(
                        Map.of(
                                "method", "POST",
                                "path", "/Users",
                                "bulkId", "boss",
                                "data", managed("boss", "assistant")),
                        Map.of(
                                "method", "POST",
                                "path", "/Users",
                                "bulkId", "assistant",
                                "data", managed("assistant", "boss"))));

        assertThat(done.getList("Operations.status")).containsExactly("201", "201");
        String boss = id(done.getString("Operations[0].location"));
        String assistant = id(done.getString("Operations[1].location"));
        String manager = "'" + Provisioner.ENTERPRISE + "'.manager.value";
        assertThat(directory.read("/Users/" + boss).getString(manager)).isEqualTo(assistant);
        assertThat(directory.read("/Users/" + assistant).getString(manager)).isEqualTo(boss);
    }

    private static Map<String, Object> managed(String name, String manager) {
        return Provisioner.user(
                name, Map.of(Provisioner.ENTERPRISE, Map.of("manager", Map.of("value", "bulkId:" + manager))));
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static Map<String, Object> post(String path, String bulkId, String name) {
        return Map.of(
                "method",
                "POST",
                "path",
                path,
                "bulkId",
                bulkId,
                "data",
                path.equals("/Users") ? Provisioner.user(name, Map.of()) : Provisioner.group(name, List.of()));
    }

    private static Map<String, Object> bulkBody(List<Map<String, Object>> operations) {
        return Map.of(
                "schemas", List.of("urn:ietf:params:scim:api:messages:2.0:BulkRequest"), "Operations", operations);
    }

    private static JsonPath bulk(Provisioner source, List<Map<String, Object>> operations) {
        return Provisioner.json(source.scim()
                .body(bulkBody(operations))
                .post("/Bulk")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static Map<String, Object> replace(String path, Object value) {
        return Provisioner.patch(Map.of("op", "replace", "path", path, "value", value));
    }

    private interface Numbered {
        int of(int number);
    }

    private static List<Integer> atOnce(int count, Numbered work) throws Exception {
        var threads = Executors.newFixedThreadPool(count);
        try {
            var answers = threads.invokeAll(IntStream.range(0, count)
                    .mapToObj(number -> (Callable<Integer>) () -> work.of(number))
                    .toList());
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            threads.shutdownNow();
        }
    }
}

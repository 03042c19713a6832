package org.keysteward.it.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tenancy;

/** Connections: who makes them, what their tokens are worth, and how they are doing. */
@KeycloakTest
class ConnectionsIT {
    private static final String CONNECTIONS = "/tenants/acme/scim-connections";

    @SuppressWarnings("NullAway.Init")
    private TestRealm realm;

    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @BeforeEach
    void aTenant(TestRealm own) {
        realm = own;
        tenancy = Tenancy.in(realm).openRealmDoor();
        tenancy.tenant("acme", null);
    }

    @Test
    void isMadeByTheTenantsAdministratorAndByNobodyElse() {
        TestUser admin = tenancy.member("acme", "anna", "admin");
        TestUser member = tenancy.member("acme", "mark", "member");

        Provisioner made = Provisioner.of(realm, tenancy.as(admin), "acme", Map.of("name", "Entra ID"));

        tenancy.as(admin)
                .get(CONNECTIONS + "/" + made.connection())
                .then()
                .statusCode(200)
                .body("name", equalTo("Entra ID"))
                .body("baseUrl", containsString("/tenants/acme/scim/v2"))
                .body("tokens", hasSize(1))
                .body(
                        "tokens[0].hint",
                        equalTo(made.token().substring(made.token().length() - 4)))
                .body(not(containsString(made.token())));
        tenancy.as(member).body(Map.of("name", "x")).post(CONNECTIONS).then().statusCode(403);
        tenancy.as(member).get(CONNECTIONS).then().statusCode(403);
        tenancy.as(admin).get("/scim-connections").then().statusCode(403);
    }

    @Test
    void tokenIsWorthNothingOnceItIsRevokedOrExpired() {
        Provisioner source = Provisioner.of(realm, "acme");
        String path = CONNECTIONS + "/" + source.connection() + "/tokens";
        String second = issue(path, Map.of("othersExpireInHours", 0));

        source.scim(second).get("/Users").then().statusCode(200);
        source.scim().get("/Users").then().statusCode(401);

        String id = realm.adminDoor()
                .get(CONNECTIONS + "/" + source.connection())
                .path("tokens.find { it.hint == '" + second.substring(second.length() - 4) + "' }.id");
        realm.adminDoor().delete(path + "/" + id).then().statusCode(204);
        source.scim(second).get("/Users").then().statusCode(401);

        String third =
                issue(path, Map.of("expiresAt", Instant.now().plusSeconds(3600).toString()));
        source.scim(third).get("/Users").then().statusCode(200);
        realm.adminDoor().delete(CONNECTIONS + "/" + source.connection()).then().statusCode(204);
        source.scim(third).get("/Users").then().statusCode(401);
        realm.adminDoor()
                .body(Map.of("expiresAt", "2001-01-01T00:00:00Z"))
                .post(path)
                .then()
                .statusCode(not(equalTo(201)));
    }

    @Test
    void externalIdsAreTheConnectionsAndStayWhenItsTokenIsChanged() {
        Provisioner first = Provisioner.of(realm, "acme");
        Provisioner second = Provisioner.of(realm, "acme");
        String ada = first.createUser("ada", Map.of("externalId", "1"));
        String bob = second.createUser("bob", Map.of("externalId", "1"));
        String next = issue(CONNECTIONS + "/" + first.connection() + "/tokens", Map.of("othersExpireInHours", 0));

        first.scim(next)
                .queryParam("filter", "externalId eq \"1\"")
                .get("/Users")
                .then()
                .statusCode(200)
                .body(containsString(ada))
                .body(not(containsString(bob)));
        second.scim()
                .queryParam("filter", "externalId eq \"1\"")
                .get("/Users")
                .then()
                .body(containsString(bob))
                .body(not(containsString(ada)));
    }

    @Test
    void callsComeFromAllowedAddressesOnly() {
        Provisioner elsewhere = Provisioner.of(
                realm, realm.adminDoor(), "acme", Map.of("name", "x", "allowedAddresses", List.of("198.51.100.0/24")));
        Provisioner here = Provisioner.of(
                realm,
                realm.adminDoor(),
                "acme",
                Map.of("name", "y", "allowedAddresses", List.of("127.0.0.0/8", "::1")));

        elsewhere.scim().get("/Users").then().statusCode(403);
        here.scim().get("/Users").then().statusCode(200);
        realm.adminDoor()
                .body(Map.of("name", "z", "allowedAddresses", List.of("nowhere")))
                .post(CONNECTIONS)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/allowedAddresses/0"));
    }

    @Test
    void licenseLimitsConnectionsAndCalls() {
        realm.adminDoor()
                .body(Map.of(
                        "key",
                        "tiny",
                        "name",
                        "Tiny",
                        "limits",
                        Map.of("scimConnections", 1, "apiRequestsPerMinute", 3)))
                .post("/plans")
                .then()
                .statusCode(201);
        tenancy.tenant("small", "tiny");
        Provisioner source = Provisioner.of(realm, "small");

        realm.adminDoor()
                .body(Map.of("name", "second"))
                .post("/tenants/small/scim-connections")
                .then()
                .statusCode(409)
                .body("limitKey", equalTo("scimConnections"));
        for (int i = 0; i < 3; i++) {
            source.scim().get("/Users").then().statusCode(200);
        }
        source.scim()
                .get("/Users")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .contentType(containsString(Provisioner.MEDIA_TYPE));
    }

    @Test
    void healthTellsWhatBecameOfRequests(Keycloak keycloak) {
        Provisioner source = Provisioner.of(realm, "acme");
        source.createUser("ada", Map.of("shoeSize", 42));
        source.scim()
                .body(Provisioner.user("ada", Map.of()))
                .post("/Users")
                .then()
                .statusCode(409);
        source.scim().get("/Users/nobody").then().statusCode(404);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> realm.adminDoor()
                        .get(CONNECTIONS + "/" + source.connection() + "/health")
                        .then()
                        .statusCode(200)
                        .body("lastSyncAt", notNullValue())
                        .body("stale", equalTo(false))
                        .body("operations.find { it.operation == 'create user' }.succeeded", equalTo(1))
                        .body("operations.find { it.operation == 'create user' }.failed", equalTo(1))
                        .body("operations.find { it.operation == 'read user' }.failed", equalTo(1))
                        .body("errors", hasSize(2))
                        .body("errors.scimType", hasItem("uniqueness"))
                        .body("errors.requestId", everyItem(notNullValue()))
                        .body("ignored", hasItem(containsString("shoeSize")))
                        .body("durations.p95", notNullValue()));
        assertThat(keycloak.metrics())
                .contains("keysteward_scim_requests_seconds_count{operation=\"create user\",outcome=\"failure\"");
    }

    @Test
    void healthTellsOfWhoIsRefusedAtTheDoor() {
        Provisioner elsewhere = Provisioner.of(
                realm, realm.adminDoor(), "acme", Map.of("name", "x", "allowedAddresses", List.of("198.51.100.0/24")));
        Provisioner source = Provisioner.of(realm, "acme");
        String path = CONNECTIONS + "/" + source.connection();
        String revoked = issue(path + "/tokens", Map.of());
        String id = realm.adminDoor().get(path).path("tokens.find { it.hint == '" + hint(revoked) + "' }.id");
        realm.adminDoor().delete(path + "/tokens/" + id).then().statusCode(204);
        String current = issue(path + "/tokens", Map.of("othersExpireInHours", 0));

        for (int i = 0; i < 5; i++) {
            source.scim().get("/Users").then().statusCode(401);
            source.scim(revoked).get("/Users").then().statusCode(401);
            elsewhere.scim().get("/Users").then().statusCode(403);
        }
        source.scim("kss_" + "x".repeat(43)).get("/Users").then().statusCode(401);
        source.scim(current).get("/Users").then().statusCode(200);

        // Each is counted, and the first of a minute is told of: whoever goes on and on fills nothing.
        awaitHealth(source, health -> {
            assertThat(count(health, "refused", "failed")).isEqualTo(10);
            assertThat(count(health, "list user", "succeeded")).isEqualTo(1);
            assertThat(health.getList("errors.operation"))
                    .containsOnly("refused")
                    .hasSizeLessThan(5);
            assertThat(health.getList("errors.status")).containsOnly(401);
            assertThat(health.getString("errors[-1].detail"))
                    .contains(hint(source.token()))
                    .doesNotContain("kss_");
        });
        awaitHealth(elsewhere, health -> {
            assertThat(count(health, "refused", "failed")).isEqualTo(5);
            assertThat(health.getList("errors.status")).containsOnly(403).hasSizeLessThan(5);
        });
    }

    @Test
    void healthTellsOfCallsBeyondThePace() {
        realm.adminDoor()
                .body(Map.of("key", "slow", "name", "Slow", "limits", Map.of("apiRequestsPerMinute", 1)))
                .post("/plans")
                .then()
                .statusCode(201);
        tenancy.tenant("slow", "slow");
        Provisioner source = Provisioner.of(realm, "slow");

        source.scim().get("/Users").then().statusCode(200);
        source.scim().get("/Users").then().statusCode(429);

        awaitHealth("slow", source, health -> {
            assertThat(count(health, "refused", "failed")).isEqualTo(1);
            assertThat(health.getList("errors.status")).containsExactly(429);
        });
    }

    @Test
    void healthCountsWhatABulkDoes() {
        Provisioner source = Provisioner.of(realm, "acme");
        source.scim()
                .body(Map.of(
                        "schemas",
                        List.of("urn:ietf:params:scim:api:messages:2.0:BulkRequest"),
                        "Operations",
                        List.of(
                                bulkUser("one", "ada", Map.of("shoeSize", 42)),
                                bulkUser("two", "ada", Map.of()),
                                Map.of(
                                        "method", "POST",
                                        "path", "/Groups",
                                        "bulkId", "three",
                                        "data", Provisioner.group("Engineers", List.of("bulkId:one"))),
                                Map.of("method", "DELETE", "path", "/Groups/nothing"))))
                .post("/Bulk")
                .then()
                .statusCode(200);

        awaitHealth(source, health -> {
            assertThat(count(health, "bulk", "succeeded")).isEqualTo(1);
            assertThat(count(health, "create user", "succeeded")).isEqualTo(1);
            assertThat(count(health, "create user", "failed")).isEqualTo(1);
            assertThat(count(health, "create group", "succeeded")).isEqualTo(1);
            assertThat(count(health, "delete group", "failed")).isEqualTo(1);
            assertThat(health.getList("errors.operation")).containsExactlyInAnyOrder("create user", "delete group");
            assertThat(health.getList("ignored", String.class)).anyMatch(name -> name.contains("shoeSize"));
        });
    }

    @Test
    void whatIsOfNoSchemaIsRefusedWhereTheConnectionIsStrict() {
        Provisioner strict = Provisioner.of(realm, realm.adminDoor(), "acme", Map.of("name", "strict", "strict", true));

        strict.scim()
                .body(Provisioner.user("ada", Map.of("shoeSize", 42)))
                .post("/Users")
                .then()
                .statusCode(400)
                .body(containsString("shoeSize"));
    }

    @Test
    void whatASourceDoesIsInTheAuditTrailAndInKeycloaksEvents() {
        realm.update(Map.of("adminEventsEnabled", true, "adminEventsDetailsEnabled", true));
        Provisioner source = Provisioner.of(realm, "acme");
        String id = source.createUser("ada", Map.of("password", "correct horse"));
        source.createGroup("Engineers", List.of(id));

        realm.admin()
                .get("/admin-events")
                .then()
                .statusCode(200)
                .body("find { it.resourcePath == 'users/" + id + "' }.operationType", equalTo("CREATE"))
                .body(
                        "find { it.resourcePath == 'users/" + id + "' }.authDetails.clientId",
                        equalTo(source.connection()))
                .body(not(containsString("correct horse")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> realm.adminDoor()
                        .queryParam("target", id)
                        .get("/tenants/acme/audit")
                        .then()
                        .statusCode(200)
                        .body("items.findAll { it.action == 'user.created' }", hasSize(1))
                        .body("items.find { it.action == 'user.created' }.actor.type", equalTo("connection"))
                        .body("items.find { it.action == 'user.created' }.actor.id", equalTo(source.connection()))
                        .body("items.findAll { it.action == 'member.added' }", hasSize(1)));
        realm.adminDoor()
                .queryParam("action", "scim_connection.used")
                .get("/tenants/acme/audit")
                .then()
                .body("items", hasSize(1))
                .body("items[0].actor.id", equalTo(source.connection()));
    }

    @Test
    void accessTokenProvisionsWithTheScopeAndThePermission() {
        TestUser admin = tenancy.member("acme", "anna", "admin");
        TestUser member = tenancy.member("acme", "mark", "member");
        String scope = realm.admin().get("/client-scopes").path("find { it.name == 'scim' }.id");
        realm.admin()
                .put("/clients/" + realm.clientId(TestRealm.CLIENT) + "/optional-client-scopes/" + scope)
                .then()
                .statusCode(204);
        Provisioner source = Provisioner.of(realm, "acme");

        source.scim(admin.signIn("keysteward", "scim").access())
                .get("/Users")
                .then()
                .statusCode(200);
        source.scim(admin.signIn("keysteward").access()).get("/Users").then().statusCode(403);
        source.scim(member.signIn("keysteward", "scim").access())
                .get("/Users")
                .then()
                .statusCode(403);
        source.scim(member.signIn("keysteward", "scim").access())
                .get("/Me")
                .then()
                .statusCode(200)
                .header("Location", endsWith("/scim/v2/Users/" + member.id()))
                .body(containsString("\"userName\":\"mark\""));
        source.scim(member.signIn("keysteward", "scim").access())
                .body(Provisioner.patch(Map.of("op", "replace", "path", "title", "value", "Boss")))
                .patch("/Me")
                .then()
                .statusCode(403);
        source.scim().get("/Me").then().statusCode(404);
    }

    @Test
    void serverDescribesItself() {
        Provisioner source = Provisioner.of(realm, "acme");

        assertThat(source.read("/ServiceProviderConfig").getInt("bulk.maxOperations"))
                .isEqualTo(1000);
        assertThat(source.read("/Schemas").getInt("totalResults")).isEqualTo(3);
        assertThat(source.read("/Schemas/" + Provisioner.USER).getString("id")).isEqualTo(Provisioner.USER);
        assertThat(source.read("/ResourceTypes").getList("Resources.name")).containsExactly("User", "Group");
        assertThat(source.read("/ResourceTypes/User").getString("endpoint")).isEqualTo("/Users");
        source.scim().get("/ResourceTypes/Nothing").then().statusCode(404);
        source.scim().get("/Nothing").then().statusCode(404).contentType(containsString(Provisioner.MEDIA_TYPE));
        source.scim().queryParam("filter", "id pr").get("/Schemas").then().statusCode(403);
    }

    private static Map<String, Object> bulkUser(String bulkId, String userName, Map<String, ?> more) {
        return Map.of("method", "POST", "path", "/Users", "bulkId", bulkId, "data", Provisioner.user(userName, more));
    }

    private static String hint(String token) {
        return token.substring(token.length() - 4);
    }

    /** How often an operation ended so. */
    private static int count(JsonPath health, String operation, String outcome) {
        Integer count = health.get("operations.find { it.operation == '" + operation + "' }." + outcome);
        return count == null ? 0 : count;
    }

    private void awaitHealth(Provisioner source, Consumer<JsonPath> asserted) {
        awaitHealth("acme", source, asserted);
    }

    private void awaitHealth(String tenant, Provisioner source, Consumer<JsonPath> asserted) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> asserted.accept(Provisioner.json(realm.adminDoor()
                        .get("/tenants/" + tenant + "/scim-connections/" + source.connection() + "/health")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())));
    }

    private String issue(String path, Map<String, ?> body) {
        return realm.adminDoor()
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("value");
    }
}

package org.keysteward.it.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** Where roles end: at the tenant, at who may sign in, at what cannot be decided. */
@KeycloakTest
class RoleBoundariesIT {
    @SuppressWarnings("NullAway.Init")
    private Composition roles;

    @SuppressWarnings("NullAway.Init")
    private TestUser owner;

    @SuppressWarnings("NullAway.Init")
    private TestUser ann;

    @BeforeEach
    void acme(TestRealm realm) {
        roles = Composition.in(realm);
        owner = roles.tenancy().member("acme", "owner", "owner");
        ann = roles.tenancy().member("acme", "ann", "member");
        roles.makeRole("acme", "reader", 5, List.of("journeys.read"));
    }

    @TestFactory
    Stream<DynamicTest> whatBelongsToAnotherTenantIsNotThere() {
        TestUser other = roles.tenancy().member("beta", "other", "member");
        roles.makeRole("beta", "secret", 5, List.of("journeys.read"));
        roles.makeRole("beta", "secret-too", 5, List.of("journeys.read"));
        String assignment = roles.assign("beta", other, "secret");
        String mapping = roles.api()
                .body(Map.of("source", "scim", "group", "Staff", "role", "secret"))
                .post("/tenants/beta/role-mappings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        make(
                "separation-of-duty",
                Map.of("key", "pair", "name", "Pair", "roles", List.of("secret", "secret-too"), "max", 1));
        make(
                "assignment-rules",
                Map.of(
                        "key", "rule",
                        "name", "Rule",
                        "role", "secret",
                        "when", Map.of("attribute", "department", "in", List.of("finance"))));

        return Stream.of(
                        "assignments/" + assignment,
                        "role-mappings/" + mapping,
                        "separation-of-duty/pair",
                        "assignment-rules/rule",
                        "roles/secret",
                        "roles/secret/members",
                        "members/" + other.id() + "/permissions")
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    var method = path.startsWith("role-mappings") || path.startsWith("assignments/") ? "DELETE" : "GET";

                    Response answer = roles.as(owner).request(method, "/tenants/acme/" + path);

                    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(404);
                    assertThat(answer.asString()).doesNotContain("secret", "beta", "other");
                }));
    }

    private void make(String what, Map<String, Object> body) {
        roles.api().body(body).post("/tenants/beta/" + what).then().statusCode(201);
    }

    @Test
    void whoCannotSignInMayNothing() {
        roles.assign("acme", ann, "reader");
        assertThat(roles.may(ann, "acme", "journeys.read")).isTrue();

        roles.realm()
                .admin()
                .body(Map.of("enabled", false))
                .put("/users/" + ann.id())
                .then()
                .statusCode(204);

        assertThat(roles.may(ann, "acme", "journeys.read")).isFalse();
        roles.api()
                .body(Map.of("tenant", "acme", "permission", "journeys.read"))
                .post("/who-can")
                .then()
                .statusCode(200)
                .body("items.name", contains("owner"));
    }

    @Test
    void whoHasLeftMayNothingWithTheTokenTheyStillHave() {
        roles.assign("acme", ann, "reader");
        var annsOwn = roles.as(ann);
        var question = Map.of("tenant", "acme", "permission", "journeys.read");
        annsOwn.body(question).post("/check").then().body("allowed", equalTo(true));

        roles.api().delete("/tenants/acme/members/" + ann.id()).then().statusCode(204);

        annsOwn.body(question).post("/check").then().statusCode(200).body("allowed", equalTo(false));
        annsOwn.get("/tenants/acme/roles").then().statusCode(404);
    }

    @Test
    void aRoleThatWasTakenAwayIsGoneForTheTokenThatNamedIt() {
        roles.makeRole("acme", "keeper", 25, List.of("roles.read", "roles.manage"));
        String assignment = roles.assign("acme", ann, "keeper");
        var annsOwn = roles.as(ann);
        annsOwn.get("/tenants/acme/roles").then().statusCode(200);

        roles.api().delete("/tenants/acme/assignments/" + assignment).then().statusCode(204);

        annsOwn.body(Composition.role("mine", 1, List.of("journeys.read")))
                .post("/tenants/acme/roles")
                .then()
                .statusCode(403);
    }

    @Test
    void whatTheRealmGivesStaysApartFromWhatTheTenantGives() {
        roles.api()
                .body(Composition.role("payer", 6, List.of("billing.refund")))
                .post("/roles")
                .then()
                .statusCode(201);
        roles.api()
                .body(Map.of("key", "pair", "name", "Pair", "roles", List.of("reader", "payer"), "max", 1))
                .post("/tenants/acme/separation-of-duty")
                .then()
                .statusCode(201);
        roles.assign("acme", ann, "reader");

        roles.api()
                .body(Composition.assignment(ann, "payer"))
                .post("/role-assignments")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:separation-of-duty"));
        roles.api().get("/role-assignments").then().body("items", empty());
    }

    @Test
    void aGroupInsideAnotherTenantGivesNothingHere() {
        var acme = organization("acme");
        var beta = organization("beta");
        beta.add(ann).then().statusCode(201);
        String there = group(beta, "staff");
        String here = group(acme, "staff");
        join(beta, there);
        roles.assign("acme", Composition.assignment("organization-group", here, "reader"));
        roles.api()
                .body(Map.of(
                        "key", "staff",
                        "name", "Staff",
                        "role", "reader",
                        "enabled", true,
                        "when", Map.of("organizationGroup", "/staff")))
                .post("/tenants/acme/assignment-rules")
                .then()
                .statusCode(201);
        assertThat(roles.may(ann, "acme", "journeys.read")).isFalse();
        roles.api()
                .body(Composition.assignment("organization-group", there, "reader"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(422);

        join(acme, here);

        assertThat(roles.may(ann, "acme", "journeys.read")).isTrue();
    }

    @Test
    void whatCannotBeDecidedIsNotAllowed(Database database) throws SQLException {
        roles.makeRole("acme", "editor", 6, List.of("journeys.publish"), "reader");
        roles.assign("acme", ann, "editor");
        try (var connection = database.connect();
                var cycle = connection.prepareStatement(
                        "update KS_ROLE set PARENTS = '[\"editor\"]'::jsonb where ROLE_KEY = 'reader' and REALM_ID = ?");
                var revision = connection.prepareStatement(
                        "update KS_REVISION set REVISION = REVISION + 1 where REALM_ID = ?")) {
            cycle.setString(1, roles.realmId());
            revision.setString(1, roles.realmId());
            assertThat(cycle.executeUpdate()).isEqualTo(1);
            assertThat(revision.executeUpdate()).isPositive();
        }

        // Without a message of another node, it is the revision that tells.
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> roles.api()
                        .body(Map.of("tenant", "acme", "permission", "journeys.publish", "subject", ann.id()))
                        .post("/check")
                        .then()
                        .statusCode(503)
                        .body("type", equalTo("urn:keysteward:problem:unavailable")));
    }

    private TestOrganization organization(String alias) {
        String id = roles.api()
                .get("/tenants/" + alias)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        return new TestOrganization(roles.realm(), id, alias);
    }

    private String group(TestOrganization organization, String name) {
        String location = roles.realm()
                .admin()
                .body(Map.of("name", name))
                .post("/organizations/" + organization.id() + "/groups")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private void join(TestOrganization organization, String group) {
        roles.realm()
                .admin()
                .put("/organizations/" + organization.id() + "/groups/" + group + "/members/" + ann.id())
                .then()
                .statusCode(204);
    }
}

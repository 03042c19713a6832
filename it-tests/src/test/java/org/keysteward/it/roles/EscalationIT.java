package org.keysteward.it.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.keysteward.it.roles.Composition.assignment;
import static org.keysteward.it.roles.Composition.role;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/**
 * Mallory may manage and assign roles, and edit journeys: nothing that she does ends with anybody, herself or a friend,
 * holding more than that.
 */
@KeycloakTest
class EscalationIT {
    private static final String PROBLEM = "urn:keysteward:problem:";

    @SuppressWarnings("NullAway.Init")
    private Composition roles;

    @SuppressWarnings("NullAway.Init")
    private TestUser mallory;

    @SuppressWarnings("NullAway.Init")
    private TestUser friend;

    @SuppressWarnings("NullAway.Init")
    private String own;

    @BeforeEach
    void acme(TestRealm realm) {
        roles = Composition.in(realm);
        roles.tenancy().member("acme", "owner", "owner");
        mallory = roles.tenancy().member("acme", "mallory", "member");
        friend = roles.tenancy().member("acme", "friend", "member");
        roles.makeRole("acme", "manager", 25, List.of("roles.read", "roles.manage", "roles.assign", "journeys.*"));
        roles.makeRole("acme", "reader", 5, List.of("journeys.read"));
        roles.makeRole("acme", "clerk", 6, List.of("billing.read"));
        roles.makeRole("acme", "equal", 25, List.of());
        own = roles.assign("acme", mallory, "manager");
    }

    @Test
    void givesWhatIsBelowHer() {
        as().body(assignment(friend, "reader"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(201);
        as().body(role("writer", 10, List.of("journeys.drafts.*"), "reader"))
                .post("/tenants/acme/roles")
                .then()
                .statusCode(201);
    }

    @Test
    void assignsNothingThatSheDoesNotHave() {
        as().body(assignment(friend, "clerk"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(403)
                .body("type", equalTo(PROBLEM + "grants-too-much"))
                .body("missing", contains("billing.read"));
    }

    @Test
    void assignsNoRoleOfHerOwnRank() {
        for (String role : List.of("equal", "manager")) {
            as().body(assignment(friend, role))
                    .post("/tenants/acme/assignments")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo(PROBLEM + "rank-too-high"));
        }
        as().body(assignment(friend, "owner"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(422);
        as().body(Map.of("role", "admin"))
                .put("/tenants/acme/members/" + friend.id())
                .then()
                .statusCode(403);
    }

    @Test
    void assignsNothingToHerself() {
        as().body(assignment(mallory, "reader"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(403)
                .body("type", equalTo(PROBLEM + "own-roles"));
        as().body(Map.of()).put("/tenants/acme/assignments/" + own).then().statusCode(403);
    }

    @Test
    void makesNoRoleOfWhatSheDoesNotHave() {
        for (List<String> grants :
                List.of(List.of("billing.read"), List.of("*"), List.of("billing.*"), List.of("members.invite"))) {
            as().body(role("trick", 1, grants))
                    .post("/tenants/acme/roles")
                    .then()
                    .statusCode(403);
        }
        as().body(role("trick", 1, List.of(), "clerk"))
                .post("/tenants/acme/roles")
                .then()
                .statusCode(403);
        as().body(role("trick", 1, List.of(), "admin"))
                .post("/tenants/acme/roles")
                .then()
                .statusCode(403);
        as().body(role("trick", 25, List.of()))
                .post("/tenants/acme/roles")
                .then()
                .statusCode(403);
    }

    @Test
    void changesNoRoleToGiveWhatSheDoesNotHave() {
        as().body(content("reader", 5, List.of("journeys.read", "billing.refund")))
                .put("/tenants/acme/roles/reader")
                .then()
                .statusCode(403);
        as().body(content("reader", 30, List.of("journeys.read")))
                .put("/tenants/acme/roles/reader")
                .then()
                .statusCode(403);
        as().body(content("manager", 39, List.of("journeys.*", "roles.manage")))
                .put("/tenants/acme/roles/manager")
                .then()
                .statusCode(403);
        assertThat(roles.may(mallory, "acme", "billing.refund")).isFalse();
    }

    @Test
    void deletesNoRoleOfHerOwnRankAndReassignsNobodyUpwards() {
        roles.assign("acme", friend, "reader");
        as().delete("/tenants/acme/roles/equal").then().statusCode(403);
        as().delete("/tenants/acme/roles/reader?reassignTo=clerk").then().statusCode(403);
        as().delete("/tenants/acme/roles/reader?reassignTo=manager").then().statusCode(403);
        as().delete("/tenants/acme/roles/reader?reassignTo=owner").then().statusCode(403);
    }

    @Test
    void makesNoRuleAndNoMappingThatGivesMore() {
        Map<String, Object> when = Map.of("attribute", "x", "in", List.of("y"));
        for (String role : List.of("clerk", "equal", "manager")) {
            as().body(Map.of("key", "trick", "name", "T", "role", role, "when", when))
                    .post("/tenants/acme/assignment-rules")
                    .then()
                    .statusCode(403);
            as().body(Map.of("source", "scim", "group", "everybody", "role", role))
                    .post("/tenants/acme/role-mappings")
                    .then()
                    .statusCode(403);
        }
        for (String role : List.of("admin", "owner")) {
            as().body(Map.of("key", "trick", "name", "T", "role", role, "when", when))
                    .post("/tenants/acme/assignment-rules")
                    .then()
                    .statusCode(422);
        }
    }

    /** A rank alone is no permission. */
    @Test
    void makesNobodyWhatMayMoreThanShe() {
        roles.makeRole("acme", "high", 39, List.of("roles.assign", "members.invite", "members.remove", "members.read"));
        TestUser tall = roles.tenancy().member("acme", "tall", "member");
        roles.assign("acme", tall, "high");

        roles.as(tall)
                .body(Map.of("role", "admin"))
                .put("/tenants/acme/members/" + friend.id())
                .then()
                .statusCode(403)
                .body("type", equalTo(PROBLEM + "grants-too-much"));
        roles.as(tall)
                .body(Map.of("email", "new@example.org", "role", "admin"))
                .post("/tenants/acme/invitations")
                .then()
                .statusCode(403);
        roles.tenancy().member("acme", "admin", "admin");
        TestUser admin = roles.tenancy().member("acme", "other-admin", "admin");
        roles.as(admin)
                .post("/tenants/acme/members/" + tall.id() + "/suspend")
                .then()
                .statusCode(403);
        roles.as(admin).delete("/tenants/acme/members/" + tall.id()).then().statusCode(403);
    }

    @Test
    void takesNothingFromThoseAboveHer() {
        TestUser chief = roles.tenancy().member("acme", "chief", "member");
        String assignment = roles.assign("acme", chief, "manager");
        as().delete("/tenants/acme/assignments/" + assignment).then().statusCode(403);
        as().delete("/tenants/acme/assignments/" + own).then().statusCode(204);
    }

    @Test
    void reachesNoTemplateNoRealmAndNoOtherTenant() {
        as().body(role("trick", 1, List.of())).post("/roles").then().statusCode(403);
        as().body(assignment(friend, "reader")).post("/role-assignments").then().statusCode(403);
        as().get("/tenants/beta/roles").then().statusCode(404);
        as().body(assignment("realm-group", "any", "reader"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(403);
        as().body(assignment("service-account", "any", "reader"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(403);
        Map<String, Object> stock = role("trick", 1, List.of());
        stock.put("keycloakRoles", List.of(Map.of("role", "offline_access")));
        as().body(stock).post("/tenants/acme/roles").then().statusCode(422);
        TestUser stranger = roles.tenancy().member("beta", "stranger", "member");
        as().body(assignment(stranger, "reader"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(422);
        as().body(Map.of("tenant", "beta", "permission", "tenant.read", "subject", stranger.id()))
                .post("/check")
                .then()
                .statusCode(200)
                .body("allowed", equalTo(false));
    }

    @Test
    void whoMayNotSeeRolesAsksAboutThemselvesOnly() {
        roles.as(friend)
                .body(Map.of("tenant", "acme", "permission", "journeys.read", "subject", mallory.id()))
                .post("/check")
                .then()
                .statusCode(403);
        roles.as(friend)
                .get("/tenants/acme/members/" + mallory.id() + "/permissions")
                .then()
                .statusCode(403);
        roles.as(friend).get("/tenants/acme/roles").then().statusCode(403);
        roles.as(friend)
                .body(Map.of("tenant", "acme", "permission", "journeys.read"))
                .post("/who-can")
                .then()
                .statusCode(403);
    }

    @Test
    void whoAssignsAtAPathAssignsThereOnly() {
        TestUser local = roles.tenancy().member("acme", "local", "member");
        Map<String, Object> atPath = assignment(local, "manager");
        atPath.put("path", "workspace/emea");
        roles.assign("acme", atPath);
        Map<String, Object> there = assignment(friend, "reader");
        there.put("path", "workspace/emea/paris");
        Map<String, Object> above = assignment(friend, "reader");
        above.put("path", "workspace");

        roles.as(local).body(there).post("/tenants/acme/assignments").then().statusCode(201);
        roles.as(local).body(above).post("/tenants/acme/assignments").then().statusCode(403);
        roles.as(local)
                .body(assignment(friend, "reader"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(403);
    }

    @Test
    void noRoleOfTheRealmNamesARoleThatAdministersKeycloak() {
        Map<String, Object> stock = role("trick", 1, List.of());
        stock.put("keycloakRoles", List.of(Map.of("client", "realm-management", "role", "view-users")));

        roles.api()
                .body(stock)
                .post("/roles")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/keycloakRoles/0/role"));
    }

    private RequestSpecification as() {
        return roles.as(mallory);
    }

    private static Map<String, Object> content(String key, int rank, List<String> grants) {
        Map<String, Object> content = role(key, rank, grants);
        content.remove("key");
        return content;
    }
}

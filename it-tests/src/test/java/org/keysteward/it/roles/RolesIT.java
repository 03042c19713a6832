package org.keysteward.it.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.keysteward.it.roles.Composition.assignment;
import static org.keysteward.it.roles.Composition.role;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestUser;

/** Roles that a tenant composes, and those that it finds there. */
@KeycloakTest
class RolesIT extends AcmeRoles {
    @Test
    void aTenantsOwnerComposesARoleAndItsHolderMay() {
        roles.as(owner)
                .body(role("editor", 15, List.of("journeys.*"), "viewer"))
                .post("/tenants/acme/roles")
                .then()
                .statusCode(201)
                .body("origin", equalTo("tenant"))
                .body("effectiveGrants", hasItems("journeys.*", "tenant.read"));
        String id = roles.as(owner)
                .body(assignment(ann, "editor"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(201)
                .body("state", equalTo("active"))
                .body("principal.name", equalTo("ann"))
                .extract()
                .path("id");

        roles.as(ann)
                .body(Map.of("tenant", "acme", "permission", "journeys.publish", "explain", true))
                .post("/check")
                .then()
                .statusCode(200)
                .body("allowed", equalTo(true))
                .body("explanation.assignment.id", equalTo(id))
                .body("explanation.roles", contains("editor"))
                .body("explanation.grant", equalTo("journeys.*"));
        roles.as(ann)
                .body(List.of(
                        Map.of("tenant", "acme", "permission", "journeys.archive"),
                        Map.of("tenant", "acme", "permission", "billing.read"),
                        Map.of("tenant", "beta", "permission", "journeys.archive"),
                        Map.of("tenant", "no-such", "permission", "journeys.archive"),
                        Map.of("tenant", "acme", "permission", "never.registered")))
                .post("/check")
                .then()
                .statusCode(200)
                .body("allowed", contains(true, false, false, false, false));
        roles.as(ann)
                .queryParam("tenant", "acme")
                .get("/me/permissions")
                .then()
                .statusCode(200)
                .body("rank", equalTo(20))
                .body("roles", contains("editor", "member", "viewer"))
                .body("permissions", hasItems("journeys.drafts.edit", "tenant.read"))
                .body("grants", hasItem("journeys.*"));
        roles.as(owner)
                .get("/tenants/acme/members/" + ann.id() + "/permissions")
                .then()
                .statusCode(200)
                .body("roles", hasItem("editor"));
        roles.as(owner)
                .body(Map.of("tenant", "acme", "permission", "journeys.publish"))
                .post("/who-can")
                .then()
                .statusCode(200)
                .body("items.name", containsInAnyOrder("ann", "owner"));
        roles.as(owner)
                .get("/tenants/acme/roles/editor/members")
                .then()
                .body("items.principal.id", contains(ann.id()))
                .body("items.assignmentId", contains(id));

        roles.as(owner).delete("/tenants/acme/assignments/" + id).then().statusCode(204);

        assertThat(roles.may(ann, "acme", "journeys.publish")).isFalse();
    }

    @Test
    void theRolesThatAreBuiltInAreAsTheyWere() {
        TestUser viewer = roles.tenancy().member("acme", "viewer", "viewer");
        TestUser admin = roles.tenancy().member("acme", "admin", "admin");

        assertThat(roles.may(owner, "acme", "billing.refund")).isTrue();
        assertThat(roles.may(admin, "acme", "billing.refund")).isFalse();
        assertThat(roles.may(admin, "acme", "members.invite")).isTrue();
        assertThat(roles.may(viewer, "acme", "tenant.read")).isTrue();
        assertThat(roles.may(viewer, "acme", "members.invite")).isFalse();
        assertThat(roles.may(owner, "acme", "plans.manage")).isFalse();
        roles.as(owner)
                .body(role("admin", 5, List.of()))
                .post("/tenants/acme/roles")
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "role-exists"));
        roles.api().delete("/roles/owner").then().statusCode(409).body("type", equalTo(PROBLEM + "role-built-in"));
    }

    @Test
    void aTemplateIsInEveryTenantAndATenantsRoleInItsOwn() {
        roles.api()
                .body(role("author", 10, List.of("journeys.drafts.edit")))
                .post("/roles")
                .then()
                .statusCode(201);
        roles.makeRole("acme", "editor", 15, List.of("journeys.publish"), "author");

        roles.as(owner).get("/tenants/acme/roles").then().body("items.key", hasItems("author", "editor", "owner"));
        roles.api()
                .get("/tenants/beta/roles")
                .then()
                .body("items.key", hasItem("author"))
                .body("items.key", not(hasItem("editor")));
        roles.as(owner)
                .body(role("author", 5, List.of()))
                .put("/tenants/acme/roles/author")
                .then()
                .statusCode(422);
        Map<String, Object> content = role("author", 5, List.of());
        content.remove("key");
        roles.as(owner).body(content).put("/tenants/acme/roles/author").then().statusCode(409);
        roles.api()
                .body(role("editor", 15, List.of()))
                .post("/roles")
                .then()
                .statusCode(409)
                .body("tenants", equalTo(1));
        roles.api().delete("/roles/author").then().statusCode(409).body("heirs", contains("editor"));
        roles.assign("acme", ann, "editor");
        assertThat(roles.may(ann, "acme", "journeys.drafts.edit")).isTrue();
        Map<String, Object> changed = role("author", 10, List.of("journeys.archive"));
        changed.remove("key");

        roles.api().body(changed).put("/roles/author").then().statusCode(200);

        assertThat(roles.may(ann, "acme", "journeys.drafts.edit")).isFalse();
        assertThat(roles.may(ann, "acme", "journeys.archive")).isTrue();
    }

    @Test
    void aRoleInUseIsDeletedWhenItsHoldersGetAnother() {
        roles.makeRole("acme", "editor", 15, List.of("journeys.*"));
        roles.makeRole("acme", "reader", 5, List.of("journeys.read"));
        roles.assign("acme", ann, "editor");

        roles.as(owner)
                .delete("/tenants/acme/roles/editor")
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "role-in-use"))
                .body("assignments", equalTo(1));
        roles.as(owner)
                .delete("/tenants/acme/roles/editor?reassignTo=reader&dryRun=true")
                .then()
                .statusCode(200)
                .body("affected", equalTo(1))
                .body("loses[0].username", equalTo("ann"))
                .body("loses[0].permissions", hasItem("journeys.publish"));
        assertThat(roles.may(ann, "acme", "journeys.publish")).isTrue();
        roles.as(owner)
                .delete("/tenants/acme/roles/editor?reassignTo=reader")
                .then()
                .statusCode(204);

        assertThat(roles.may(ann, "acme", "journeys.publish")).isFalse();
        assertThat(roles.may(ann, "acme", "journeys.read")).isTrue();
    }

    @Test
    void aChangeSaysFirstWhoGainsAndLosesWhat() {
        roles.makeRole("acme", "editor", 15, List.of("journeys.publish"));
        roles.makeRole("acme", "chief", 16, List.of(), "editor");
        roles.assign("acme", ann, "chief");
        Map<String, Object> changed = role("editor", 15, List.of("journeys.archive"));
        changed.remove("key");

        roles.as(owner)
                .queryParam("dryRun", "true")
                .body(changed)
                .put("/tenants/acme/roles/editor")
                .then()
                .statusCode(200)
                .body("affected", equalTo(1))
                .body("gains[0].permissions", contains("journeys.archive"))
                .body("loses[0].permissions", contains("journeys.publish"));

        assertThat(roles.may(ann, "acme", "journeys.publish")).isTrue();
    }

    @Test
    void aCycleIsRefusedWithTheEdgeThatClosesIt() {
        roles.makeRole("acme", "one", 1, List.of());
        roles.makeRole("acme", "two", 2, List.of(), "one");
        Map<String, Object> content = role("one", 1, List.of(), "two");
        content.remove("key");

        roles.as(owner)
                .body(content)
                .put("/tenants/acme/roles/one")
                .then()
                .statusCode(422)
                .body("type", equalTo(PROBLEM + "role-cycle"))
                .body("edge", containsInAnyOrder("one", "two"));
    }

    @Test
    void theLicenseLimitsHowManyRolesATenantMakes() {
        roles.api()
                .body(Map.of("key", "small", "name", "Small", "limits", Map.of("customRoles", 1)))
                .post("/plans")
                .then()
                .statusCode(201);
        roles.api()
                .body(Map.of("plan", "small"))
                .put("/tenants/acme/license")
                .then()
                .statusCode(200);
        roles.as(owner)
                .body(role("one", 1, List.of()))
                .post("/tenants/acme/roles")
                .then()
                .statusCode(201);

        roles.as(owner)
                .body(role("two", 1, List.of()))
                .post("/tenants/acme/roles")
                .then()
                .statusCode(409)
                .body("limitKey", equalTo("customRoles"))
                .body("used", equalTo(1));
    }
}

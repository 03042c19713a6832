package org.keysteward.it.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.keysteward.it.roles.Composition.assignment;
import static org.keysteward.it.roles.Composition.role;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestUser;

/** Who gets a role: where, when, and for how long. */
@KeycloakTest
class AssignmentsIT extends AcmeRoles {
    @Test
    void aRoleAtAPathHoldsThereAndBelow() {
        roles.makeRole("acme", "editor", 15, List.of("journeys.*"));
        Map<String, Object> atPath = assignment(ann, "editor");
        atPath.put("path", "workspace/emea");
        roles.assign("acme", atPath);

        assertThat(roles.may(ann, "acme", "journeys.publish", "workspace/emea/paris"))
                .isTrue();
        assertThat(roles.may(ann, "acme", "journeys.publish", "workspace/emea2"))
                .isFalse();
        assertThat(roles.may(ann, "acme", "journeys.publish")).isFalse();
        roles.as(ann)
                .queryParam("tenant", "acme")
                .get("/me/permissions")
                .then()
                .body("permissions", not(hasItem("journeys.publish")))
                .body("paths.'workspace/emea'.permissions", hasItem("journeys.publish"));
    }

    @Test
    void anAssignmentHoldsFromItsBeginningToItsEnd() {
        roles.makeRole("acme", "editor", 15, List.of("journeys.*"));
        Map<String, Object> later = assignment(ann, "editor");
        later.put("from", Instant.now().plusSeconds(3600).toString());
        String id = roles.assign("acme", later);
        assertThat(roles.may(ann, "acme", "journeys.publish")).isFalse();
        assertThat(assignmentsThatAre("scheduled")).containsExactly(id);
        assertThat(assignmentsThatAre("active")).isEmpty();
        long end = System.currentTimeMillis() + 2000;

        roles.api()
                .body(Map.of("until", Instant.ofEpochMilli(end).toString()))
                .put("/tenants/acme/assignments/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("active"));

        boolean before = roles.may(ann, "acme", "journeys.publish");
        assertThat(before || System.currentTimeMillis() >= end).isTrue();
        while (System.currentTimeMillis() < end) {
            Thread.onSpinWait();
        }
        assertThat(roles.may(ann, "acme", "journeys.publish")).isFalse();
        roles.api().get("/tenants/acme/assignments/" + id).then().body("state", equalTo("expired"));
        assertThat(assignmentsThatAre("expired")).containsExactly(id);
        assertThat(assignmentsThatAre("active")).isEmpty();
        roles.api()
                .get("/tenants/acme/assignments?state=over")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("?state"));
    }

    @Test
    void aTermThatEndsBeforeItBeginsIsRefused() {
        Map<String, Object> body = assignment(ann, "viewer");
        body.put("from", "2031-01-01T00:00:00Z");
        body.put("until", "2030-01-01T00:00:00Z");

        roles.as(owner)
                .body(body)
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/until"));
        body.remove("from");
        body.put("until", "2020-01-01T00:00:00Z");
        roles.as(owner).body(body).post("/tenants/acme/assignments").then().statusCode(422);
    }

    @Test
    void anApplicationSaysWhichRequestARoleWasGrantedBy() {
        Map<String, Object> granted = assignment(ann, "viewer");
        granted.put("source", "request");
        granted.put("reason", "Request 4711");

        String id = roles.assign("acme", granted);
        roles.assign("acme", ann, "viewer");

        roles.api()
                .get("/tenants/acme/assignments?source=request")
                .then()
                .body("items.id", contains(id))
                .body("items.reason", contains("Request 4711"));
        roles.api().get("/tenants/acme/assignments?source=manual").then().body("items.reason", contains(nullValue()));
        roles.api()
                .body(granted)
                .post("/role-assignments")
                .then()
                .statusCode(201)
                .body("source", equalTo("request"));
        Map<String, Object> longer = new HashMap<>(Map.of("until", "2090-01-01T00:00:00Z"));
        roles.api()
                .body(longer)
                .put("/tenants/acme/assignments/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        longer.put("reason", "Request 4712");
        roles.api()
                .body(longer)
                .put("/tenants/acme/assignments/" + id)
                .then()
                .statusCode(200)
                .body("source", equalTo("request"))
                .body("reason", equalTo("Request 4712"));
    }

    @Test
    void aGroupsMembersHaveItsRoles() {
        roles.makeRole("acme", "editor", 15, List.of("journeys.*"));
        String group = roles.realmGroup("writers");
        roles.assign("acme", assignment("realm-group", group, "editor"));
        assertThat(roles.may(ann, "acme", "journeys.publish")).isFalse();

        roles.joinRealmGroup(ann, group);

        assertThat(roles.may(ann, "acme", "journeys.publish")).isTrue();
        assertThat(roles.may(owner, "beta", "journeys.publish")).isFalse();
        roles.api()
                .body(Map.of("tenant", "acme", "permission", "journeys.publish"))
                .post("/who-can")
                .then()
                .body("items.name", containsInAnyOrder("ann", "owner"));
        roles.realm().admin().delete("/groups/" + group).then().statusCode(204);
        assertThat(roles.may(ann, "acme", "journeys.publish")).isFalse();
    }

    @Test
    void whoLeavesATenantDoesNotFindTheirRolesWhenTheyComeBack() {
        roles.makeRole("acme", "editor", 15, List.of("journeys.*"));
        roles.assign("acme", ann, "editor");
        roles.api().delete("/tenants/acme/members/" + ann.id()).then().statusCode(204);
        assertThat(roles.may(ann, "acme", "journeys.publish")).isFalse();

        roles.tenancy().add("acme", ann, "member").then().statusCode(201);

        assertThat(roles.may(ann, "acme", "journeys.publish")).isFalse();
        roles.api().get("/tenants/acme/assignments").then().body("items", empty());
    }

    @Test
    void aSuspendedMemberMayDoNothing() {
        roles.makeRole("acme", "editor", 15, List.of("journeys.*"));
        roles.assign("acme", ann, "editor");

        roles.api()
                .post("/tenants/acme/members/" + ann.id() + "/suspend")
                .then()
                .statusCode(200);

        assertThat(roles.may(ann, "acme", "journeys.publish")).isFalse();
    }

    @Test
    void whatTheRealmAssignsHoldsInEveryTenant() {
        roles.api()
                .body(role("support", 12, List.of("journeys.read", "tenant.read")))
                .post("/roles")
                .then()
                .statusCode(201);
        TestUser sam = roles.realm().createUser("sam");
        assertThat(roles.may(sam, "beta", "journeys.read")).isFalse();

        roles.api()
                .body(assignment(sam, "support"))
                .post("/role-assignments")
                .then()
                .statusCode(201);

        assertThat(roles.may(sam, "acme", "journeys.read")).isTrue();
        assertThat(roles.may(sam, "beta", "journeys.read")).isTrue();
        roles.as(owner)
                .body(assignment(ann, "viewer"))
                .post("/role-assignments")
                .then()
                .statusCode(403);
    }

    private List<String> assignmentsThatAre(String state) {
        return roles.api()
                .get("/tenants/acme/assignments?state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}

package org.keysteward.it.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.keysteward.it.roles.Composition.assignment;
import static org.keysteward.it.roles.Composition.role;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** Roles that a tenant composes, who gets them, and what is decided by them. */
@KeycloakTest
class RolesIT {
    private static final String PROBLEM = "urn:keysteward:problem:";

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
    }

    @Test
    void anApplicationRegistersItsPermissionsWheneverItStarts() {
        roles.register(Composition.PERMISSIONS)
                .then()
                .body("unchanged", equalTo(6))
                .body("created", equalTo(0));

        roles.api()
                .queryParam("group", "billing")
                .get("/permissions")
                .then()
                .statusCode(200)
                .body("items.key", contains("billing.read", "billing.refund"))
                .body("items.origin", contains("registered", "registered"));
        roles.api()
                .queryParam("search", "audit.read")
                .get("/permissions")
                .then()
                .body("items.find { it.key == 'audit.read' }.reach", equalTo("tenant"))
                .body("items.find { it.key == 'audit.read' }.origin", equalTo("built-in"));
        roles.as(owner)
                .get("/tenants/acme/permissions")
                .then()
                .statusCode(200)
                .body("items.key", hasItems("journeys.publish", "members.invite"))
                .body("items.key", not(hasItem("plans.manage")));
        roles.as(owner).get("/permissions").then().statusCode(403);
    }

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
    void aRoleOfOurOwnPermissionsOpensOurApi() {
        roles.makeRole("acme", "inviter", 12, List.of("members.invite", "invitations.read"));
        roles.as(ann).get("/tenants/acme/invitations").then().statusCode(403);

        roles.assign("acme", ann, "inviter");

        roles.as(ann).get("/tenants/acme/invitations").then().statusCode(200);
        roles.as(ann).get("/tenants/acme/usage").then().statusCode(403);
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

    private List<String> assignmentsThatAre(String state) {
        return roles.api()
                .get("/tenants/acme/assignments?state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @Test
    void aGroupsMembersHaveItsRoles() {
        roles.makeRole("acme", "editor", 15, List.of("journeys.*"));
        String group =
                created(roles.realm().admin().body(Map.of("name", "writers")).post("/groups"));
        roles.assign("acme", assignment("realm-group", group, "editor"));
        assertThat(roles.may(ann, "acme", "journeys.publish")).isFalse();

        roles.realm()
                .admin()
                .put("/users/" + ann.id() + "/groups/" + group)
                .then()
                .statusCode(204);

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
    void aRuleGivesItsRoleWhileItHolds() {
        roles.makeRole("acme", "analyst", 11, List.of("billing.read"));
        Map<String, Object> when = Map.of("attribute", "department", "in", List.of("finance"));
        profileAttribute();
        department("finance");
        roles.as(owner)
                .body(Map.of("role", "analyst", "when", Map.of("not", when)))
                .post("/tenants/acme/assignment-rules/preview")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/when/not/attribute"));
        roles.api()
                .body(Map.of("value", "title, department"))
                .put("/settings/roles.ruleAttributes")
                .then()
                .statusCode(200);
        roles.as(owner)
                .body(Map.of("role", "analyst", "when", when))
                .post("/tenants/acme/assignment-rules/preview")
                .then()
                .statusCode(200)
                .body("matches", equalTo(1))
                .body("sample.username", contains("ann"));

        roles.as(owner)
                .body(Map.of("key", "finance", "name", "Finance", "role", "analyst", "when", when))
                .post("/tenants/acme/assignment-rules")
                .then()
                .statusCode(201)
                .body("enabled", equalTo(false));
        assertThat(roles.may(ann, "acme", "billing.read")).isFalse();
        roles.as(owner)
                .body(Map.of("name", "Finance", "role", "analyst", "when", when, "enabled", true))
                .put("/tenants/acme/assignment-rules/finance")
                .then()
                .statusCode(200);

        roles.api()
                .body(Map.of("tenant", "acme", "permission", "billing.read", "subject", ann.id(), "explain", true))
                .post("/check")
                .then()
                .body("allowed", equalTo(true))
                .body("explanation.assignment.source", equalTo("rule"))
                .body("explanation.assignment.detail", equalTo("finance"))
                .body("explanation.assignment.id", nullValue());
        department("sales");
        assertThat(roles.may(ann, "acme", "billing.read")).isFalse();
    }

    @Test
    void dutiesStayApartWhicheverWayTheyCome() {
        roles.makeRole("acme", "payer", 11, List.of("billing.refund"));
        roles.makeRole("acme", "approver", 12, List.of("billing.read"));
        roles.makeRole("acme", "chief-approver", 13, List.of(), "approver");
        roles.assign("acme", ann, "payer");
        roles.as(owner)
                .body(Map.of("key", "four-eyes", "name", "Four eyes", "roles", List.of("payer", "approver"), "max", 1))
                .post("/tenants/acme/separation-of-duty")
                .then()
                .statusCode(201);

        roles.as(owner)
                .body(assignment(ann, "approver"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "separation-of-duty"))
                .body("set", equalTo("four-eyes"))
                .body("roles", contains("approver", "payer"));
        roles.as(owner)
                .body(assignment(ann, "chief-approver"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(409);
        String group =
                created(roles.realm().admin().body(Map.of("name", "approvers")).post("/groups"));
        roles.realm()
                .admin()
                .put("/users/" + ann.id() + "/groups/" + group)
                .then()
                .statusCode(204);
        roles.api()
                .body(assignment("realm-group", group, "approver"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(409);
        roles.realm()
                .admin()
                .delete("/users/" + ann.id() + "/groups/" + group)
                .then()
                .statusCode(204);
        roles.assign("acme", assignment("realm-group", group, "approver"));
        roles.realm()
                .admin()
                .put("/users/" + ann.id() + "/groups/" + group)
                .then()
                .statusCode(204);
        assertThat(roles.may(ann, "acme", "billing.read")).isFalse();
        roles.as(owner)
                .get("/tenants/acme/separation-of-duty/violations")
                .then()
                .statusCode(200)
                .body("items.set", contains("four-eyes"))
                .body("items.username", contains("ann"));
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

    static Stream<Arguments> badInput() {
        return Stream.of(
                Arguments.of("roles", role("Editor", 1, List.of()), 422, "/key"),
                Arguments.of("roles", role("editor", 40, List.of()), 422, "/rank"),
                Arguments.of("roles", role("editor", -1, List.of()), 422, "/rank"),
                Arguments.of("roles", role("editor", 1, List.of("journeys.*.read")), 422, "/grants/0"),
                Arguments.of("roles", role("editor", 1, List.of("journeys.read", "journeys.fly")), 422, "/grants/1"),
                Arguments.of("roles", role("editor", 1, List.of("plans.manage")), 422, "/grants/0"),
                Arguments.of("roles", role("editor", 1, List.of("Journeys.read")), 422, "/grants/0"),
                Arguments.of("roles", role("editor", 1, List.of(), "of-beta"), 422, "/parents/0"),
                Arguments.of(
                        "assignments",
                        Map.of("principal", Map.of("type", "robot", "id", "x"), "role", "viewer"),
                        422,
                        "/principal/type"),
                Arguments.of(
                        "assignments",
                        Map.of("principal", Map.of("type", "user", "id", "nobody"), "role", "viewer"),
                        422,
                        "/principal/id"),
                Arguments.of(
                        "separation-of-duty",
                        Map.of("key", "s", "name", "S", "roles", List.of("viewer"), "max", 1),
                        422,
                        "/roles"),
                Arguments.of(
                        "assignment-rules",
                        Map.of(
                                "key",
                                "r",
                                "name",
                                "R",
                                "role",
                                "viewer",
                                "when",
                                Map.of("any", List.of(Map.of("colour", "red")))),
                        422,
                        "/when/any/0/colour"),
                Arguments.of(
                        "role-mappings", Map.of("source", "idp", "group", "a*b", "role", "viewer"), 422, "/group"));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void badInputIsNamed(String path, Map<String, Object> body, int status, String pointer) {
        roles.makeRole("beta", "of-beta", 1, List.of());

        roles.as(owner)
                .body(body)
                .post("/tenants/acme/" + path)
                .then()
                .statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("errors.pointer", hasItem(pointer));

        roles.as(owner).get("/tenants/acme/" + path).then().body("items.findAll { it.key == 'editor' }", empty());
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
    void moreThanAThousandQuestionsAreTooMany() {
        Map<String, Object> question = Map.of("tenant", "acme", "permission", "journeys.read");

        roles.as(ann)
                .body(Collections.nCopies(1000, question))
                .post("/check")
                .then()
                .statusCode(200)
                .body("size()", equalTo(1000));
        roles.as(ann)
                .body(Collections.nCopies(1001, question))
                .post("/check")
                .then()
                .statusCode(422);
        roles.as(ann)
                .body(List.of(question, Map.of("tenant", "acme", "permission", "journeys.*")))
                .post("/check")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/1/permission"));
        roles.as(ann)
                .body(Map.of("tenant", "acme", "permision", "journeys.read"))
                .post("/check")
                .then()
                .statusCode(422);
    }

    @Test
    void aPermissionThatARoleGivesStays() {
        roles.makeRole("acme", "editor", 15, List.of("journeys.publish"));

        roles.api()
                .delete("/permissions/journeys.publish")
                .then()
                .statusCode(409)
                .body("roles", equalTo(1));
        roles.api().delete("/permissions/billing.read").then().statusCode(204);
        roles.api().delete("/permissions/audit.read").then().statusCode(409);
        roles.api().delete("/permissions/never.registered").then().statusCode(404);
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

    private void department(String value) {
        Map<String, Object> user = new HashMap<>(
                roles.realm().admin().get("/users/" + ann.id()).jsonPath().getMap(""));
        user.put("attributes", Map.of("department", List.of(value)));
        roles.realm().admin().body(user).put("/users/" + ann.id()).then().statusCode(204);
    }

    private void profileAttribute() {
        Map<String, Object> profile = new HashMap<>(
                roles.realm().admin().get("/users/profile").jsonPath().getMap(""));
        profile.put("unmanagedAttributePolicy", "ENABLED");
        roles.realm().admin().body(profile).put("/users/profile").then().statusCode(200);
    }

    private static String created(Response response) {
        String location = response.then().statusCode(201).extract().header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }
}

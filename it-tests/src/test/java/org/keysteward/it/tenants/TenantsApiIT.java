package org.keysteward.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Mail;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** Plans, tenants, licenses and members through our own API. */
@KeycloakTest
class TenantsApiIT {
    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @BeforeEach
    void realm(TestRealm realm) {
        tenancy = Tenancy.in(realm).plan("team", 3);
    }

    @Test
    void aTenantIsAnOrganizationWithALicense() {
        tenancy.api()
                .body(Map.of("alias", "acme", "name", "Acme", "plan", "team", "domains", List.of("ACME.example")))
                .post("/tenants")
                .then()
                .statusCode(201)
                .body("domains", equalTo(List.of(Map.of("name", "acme.example", "verified", false))))
                .body("license.plan", equalTo("team"))
                .body("license.source", equalTo("administrator"))
                .body("license.limits.seats", equalTo(3));

        tenancy.realm()
                .admin()
                .queryParam("search", "Acme")
                .get("/organizations")
                .then()
                .statusCode(200)
                .body("alias", equalTo(List.of("acme")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "a/b", "..", "a b", "", "ä", "a%2Fb"})
    void anAliasThatNeedsEscapingIsRefused(String alias) {
        tenancy.api()
                .body(Map.of("alias", alias, "name", "Acme"))
                .post("/tenants")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/alias")));
    }

    @Test
    void whatIsTakenIsRefusedAndLeavesNothing() {
        tenancy.api()
                .body(Map.of("alias", "acme", "name", "Acme", "domains", List.of("acme.example")))
                .post("/tenants")
                .then()
                .statusCode(201);
        tenancy.api().post("/tenants/acme/domains/acme.example/approve").then().statusCode(200);

        create(Map.of("alias", "acme", "name", "Other"), 409, "/alias");
        create(Map.of("alias", "other", "name", "Acme"), 409, "/name");
        create(
                Map.of("alias", "other", "name", "Other", "domains", List.of("x.example", "acme.example")),
                409,
                "/domains/1");
        create(Map.of("alias", "other", "name", "Other", "domains", List.of("nonsense")), 422, "/domains/0");
        create(Map.of("alias", "other", "name", "Other", "plan", "gold"), 422, "/plan");

        tenancy.api().get("/tenants").then().body("items.alias", equalTo(List.of("acme")));
    }

    @Test
    void anAliasThatManyWantAtOnceGoesToOne() {
        List<Callable<Response>> wishes = IntStream.range(0, 8)
                .<Callable<Response>>mapToObj(number -> () -> tenancy.api()
                        .body(Map.of("alias", "acme", "name", "Acme " + number))
                        .post("/tenants"))
                .toList();

        List<Response> answers = Crowd.atOnce(wishes);

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> assertThat(answer.contentType()).startsWith("application/problem+json"));
    }

    @Test
    void aPlanInUseIsNotDeleted() {
        TestOrganization acme = tenancy.tenant("acme", "team");

        tenancy.api()
                .delete("/plans/team")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:plan-in-use"))
                .body("tenants", equalTo(1));

        tenancy.realm().admin().delete("/organizations/" + acme.id()).then().statusCode(204);
        tenancy.api().delete("/plans/team").then().statusCode(204);
        tenancy.api().get("/plans/team").then().statusCode(404);
    }

    @Test
    void theDefaultPlanIsNotDeletedAndMustBeThere() {
        tenancy.defaultPlan("team");

        tenancy.api().delete("/plans/team").then().statusCode(409);
        tenancy.api()
                .body(Map.of("value", "gold"))
                .put("/settings/tenants.defaultPlan")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/value")));
        tenancy.api()
                .body("{\"value\":null}")
                .put("/settings/tenants.defaultPlan")
                .then()
                .statusCode(200);
        tenancy.api().delete("/plans/team").then().statusCode(204);
    }

    @Test
    void twoPlansOfOneKeyCannotBe() {
        tenancy.api()
                .body(Map.of("key", "team", "name", "Team"))
                .post("/plans")
                .then()
                .statusCode(409)
                .body("errors.pointer", equalTo(List.of("/key")));
    }

    @Test
    void aSearchFindsNamesAndAliasesAndNothingElse() {
        tenancy.tenant("acme", "team");
        tenancy.tenant("beta", "team");

        tenancy.api().queryParam("search", "BET").get("/tenants").then().body("items.alias", equalTo(List.of("beta")));
        tenancy.api().queryParam("search", "%").get("/tenants").then().body("items", hasSize(0));
        tenancy.api().queryParam("search", "' or 1=1 --").get("/tenants").then().body("items", hasSize(0));
        tenancy.api().queryParam("search", "tenant ").get("/tenants").then().body("items", hasSize(2));
    }

    @Test
    void anAliasThatIsUsedAgainNamesTheNewTenant() {
        TestOrganization first = tenancy.tenant("acme", "team");
        tenancy.member("acme", "owner", "owner");
        tenancy.realm().admin().delete("/organizations/" + first.id()).then().statusCode(204);

        TestOrganization second = tenancy.tenant("acme", null);

        assertThat(second.id()).isNotEqualTo(first.id());
        tenancy.api()
                .get("/tenants/acme")
                .then()
                .body("id", equalTo(second.id()))
                .body("license.seats.used", equalTo(0))
                .body("license.source", equalTo("default"));
    }

    @Test
    void membersAreListedByNamePageByPage() {
        tenancy.tenant("acme", "team");
        tenancy.member("acme", "carol", "viewer");
        tenancy.member("acme", "alice", "owner");
        tenancy.member("acme", "bob", "member");

        Response first = tenancy.api().queryParam("limit", 2).get("/tenants/acme/members");
        first.then().statusCode(200).body("items.username", equalTo(List.of("alice", "bob")));
        tenancy.api()
                .queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get("/tenants/acme/members")
                .then()
                .body("items.username", equalTo(List.of("carol")))
                .body("items[0].role", equalTo("viewer"))
                .body("items[0].status", equalTo("active"))
                .body("items[0].membershipType", equalTo("unmanaged"))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void anUnknownUserIsNotAdded() {
        tenancy.tenant("acme", "team");

        tenancy.api()
                .body(Map.of("username", "nobody"))
                .post("/tenants/acme/members")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/username")));
        tenancy.api().body(Map.of()).post("/tenants/acme/members").then().statusCode(422);
    }

    @Test
    void aUserIsAddedOnce() {
        tenancy.tenant("acme", "team");
        TestUser alice = tenancy.member("acme", "alice", "member");

        tenancy.add("acme", alice, "member")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:already-member"));
    }

    @Test
    void rolesAreGivenDownwardsOnly() {
        tenancy.openRealmDoor().tenant("acme", null);
        TestUser owner = tenancy.member("acme", "owner", "owner");
        TestUser admin = tenancy.member("acme", "admin", "admin");
        TestUser member = tenancy.member("acme", "member", "member");

        change(admin, member, "viewer", 200);
        change(admin, member, "admin", 403);
        change(admin, member, "owner", 403);
        change(admin, admin, "owner", 403);
        change(admin, owner, "viewer", 403);
        change(member, admin, "viewer", 403);
        change(owner, member, "owner", 200);
        change(owner, owner, "member", 200);
        change(owner, member, "viewer", 403);
    }

    @Test
    void theLastOwnerStaysOne() {
        tenancy.openRealmDoor().tenant("acme", null);
        TestUser owner = tenancy.member("acme", "owner", "owner");

        change(owner, owner, "admin", 409);
        tenancy.api()
                .body(Map.of("role", "member"))
                .put("/tenants/acme/members/" + owner.id())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:last-owner"));
    }

    @Test
    void twoOwnersWhoStepDownAtOnceLeaveOne() {
        tenancy.openRealmDoor().tenant("acme", null);
        TestUser one = tenancy.member("acme", "one", "owner");
        TestUser two = tenancy.member("acme", "two", "owner");
        var asOne = tenancy.as(one);
        var asTwo = tenancy.as(two);

        List<Response> answers = Crowd.atOnce(List.of(
                () -> asOne.body(Map.of("role", "member")).put("/tenants/acme/members/" + one.id()),
                () -> asTwo.body(Map.of("role", "member")).put("/tenants/acme/members/" + two.id())));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void aTenantOfAnotherRealmIsNotThere(Keycloak keycloak) {
        tenancy.tenant("acme", "team");
        try (TestRealm other = keycloak.createRealm()) {
            other.adminDoor().get("/tenants/acme").then().statusCode(404);
            other.adminDoor().get("/plans/team").then().statusCode(404);
            other.adminDoor().get("/tenants/acme/license").then().statusCode(404);
        }
    }

    @Test
    void aTenantIsRenamedAndOnlyARealmAdministratorSaysWhereInvitationsLead() {
        tenancy.openRealmDoor().tenant("acme", "team");
        tenancy.tenant("beta", "team");
        TestUser owner = tenancy.member("acme", "owner", "owner");

        tenancy.as(owner)
                .body(Map.of("name", "Acme Inc"))
                .put("/tenants/acme")
                .then()
                .statusCode(200);
        tenancy.as(owner)
                .body(Map.of("name", "Acme Inc", "redirectUrl", "https://evil.example/"))
                .put("/tenants/acme")
                .then()
                .statusCode(403);
        tenancy.as(owner)
                .body(Map.of("name", "Tenant beta"))
                .put("/tenants/acme")
                .then()
                .statusCode(409);
        tenancy.api()
                .body(Map.of("name", "Acme Inc", "redirectUrl", "javascript:alert(1)"))
                .put("/tenants/acme")
                .then()
                .statusCode(422);
        tenancy.api()
                .body(Map.of("name", "Acme Inc", "redirectUrl", "https://app.acme.example/"))
                .put("/tenants/acme")
                .then()
                .statusCode(200)
                .body("name", equalTo("Acme Inc"))
                .body("redirectUrl", equalTo("https://app.acme.example/"));
    }

    @Test
    void allOfATenantIsMadeOrNothing(Mail mail) {
        tenancy.realm().sendMailTo(mail);
        create(Map.of("alias", "acme", "name", "Acme", "owner", Map.of("email", "nobody")), 422, "/owner/email");
        create(
                Map.of(
                        "alias",
                        "acme",
                        "name",
                        "Acme",
                        "startsAt",
                        "2030-01-02T00:00:00Z",
                        "expiresAt",
                        "2030-01-01T00:00:00Z"),
                422,
                "/expiresAt");
        tenancy.api()
                .body(Map.of(
                        "alias",
                        "acme",
                        "name",
                        "Acme",
                        "limits",
                        Map.of("seats", 0),
                        "owner",
                        Map.of("email", "ada@new.example")))
                .post("/tenants")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:seat-limit-reached"));
        tenancy.api().get("/tenants").then().body("items", hasSize(0));

        tenancy.api()
                .body(Map.of(
                        "alias", "acme",
                        "name", "Acme",
                        "plan", "team",
                        "expiresAt", "2035-01-01T00:00:00Z",
                        "domains", List.of("acme.example"),
                        "owner", Map.of("email", "ada@new.example", "firstName", "Ada")))
                .post("/tenants")
                .then()
                .statusCode(201)
                .body("license.expiresAt", equalTo("2035-01-01T00:00:00Z"))
                .body("license.seats.used", equalTo(1));
        assertThat(Letter.to("ada@new.example", mail).text())
                .contains("Hello Ada,")
                .contains("as owner");
    }

    @Test
    void withoutOrganizationsThereAreNoTenants() {
        tenancy.realm().update(Map.of("organizationsEnabled", false));

        tenancy.api()
                .body(Map.of("alias", "acme", "name", "Acme"))
                .post("/tenants")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:organizations-disabled"));
    }

    private void change(TestUser actor, TestUser member, String role, int status) {
        tenancy.as(actor)
                .body(Map.of("role", role))
                .put("/tenants/acme/members/" + member.id())
                .then()
                .statusCode(status);
    }

    private void create(Map<String, Object> body, int status, String pointer) {
        tenancy.api()
                .body(body)
                .post("/tenants")
                .then()
                .statusCode(status)
                .body("errors.pointer", equalTo(List.of(pointer)));
    }
}

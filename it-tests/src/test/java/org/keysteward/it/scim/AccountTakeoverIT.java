package org.keysteward.it.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tenancy;

/** Whose user is it: what a tenant's connection must not do to anybody's account. */
@KeycloakTest
class AccountTakeoverIT {
    private static final String DOMAIN = "example.org";

    @SuppressWarnings("NullAway.Init")
    private TestRealm realm;

    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @SuppressWarnings("NullAway.Init")
    private Provisioner acme;

    @SuppressWarnings("NullAway.Init")
    private Provisioner beta;

    @BeforeEach
    void twoTenants(TestRealm own) {
        realm = own;
        tenancy = Tenancy.in(realm).openRealmDoor();
        tenancy.tenant("acme", null);
        tenancy.tenant("beta", null);
        acme = Provisioner.of(realm, "acme");
        beta = Provisioner.of(realm, "beta");
    }

    @Test
    void usersOfAnotherTenantAreNotThere() {
        String theirs = beta.createUser("victim", Map.of());

        for (Response tried : List.of(
                acme.scim().get("/Users/" + theirs),
                acme.scim().body(Provisioner.user("victim", Map.of())).put("/Users/" + theirs),
                acme.scim()
                        .body(Provisioner.patch(Map.of("op", "replace", "path", "password", "value", "stolen")))
                        .patch("/Users/" + theirs),
                acme.scim().delete("/Users/" + theirs))) {
            tried.then().statusCode(404);
        }
        assertThat(acme.read("/Users?filter=userName eq \"victim\"").getInt("totalResults"))
                .isZero();
        assertThat(acme.read("/Users?filter=id eq \"" + theirs + "\"").getInt("totalResults"))
                .isZero();
        String group = acme.createGroup("Engineers", List.of());
        acme.scim()
                .body(Provisioner.patch(
                        Map.of("op", "add", "path", "members", "value", List.of(Map.of("value", theirs)))))
                .patch("/Groups/" + group)
                .then()
                .statusCode(400);
        assertThat(acme.read("/Groups/" + group).getList("members")).isNull();
        acme.scim()
                .body(Map.of(
                        "schemas", List.of("urn:ietf:params:scim:api:messages:2.0:BulkRequest"),
                        "Operations", List.of(Map.of("method", "DELETE", "path", "/Users/" + theirs))))
                .post("/Bulk")
                .then()
                .statusCode(200)
                .body(containsString("\"status\":\"404\""));
        beta.scim().get("/Users/" + theirs).then().statusCode(200);
    }

    @Test
    void groupsOfAnotherTenantAndOfTheRealmAreNotThere() {
        String theirs = beta.createGroup("Engineers", List.of());
        String ofRealm = Provisioner.ofRealm(realm).createGroup("Staff", List.of());
        String mine = acme.createGroup("Mine", List.of());

        for (String id : List.of(theirs, ofRealm)) {
            acme.scim().get("/Groups/" + id).then().statusCode(404);
            acme.scim().delete("/Groups/" + id).then().statusCode(404);
            acme.scim()
                    .body(Provisioner.patch(
                            Map.of("op", "add", "path", "members", "value", List.of(Map.of("value", id)))))
                    .patch("/Groups/" + mine)
                    .then()
                    .statusCode(400);
        }
        assertThat(acme.read("/Groups").getInt("totalResults")).isOne();
    }

    @Test
    void whoeverHasANameAlreadyIsAnsweredAlike() {
        beta.createUser("theirs", Map.of("emails", List.of(Map.of("value", "theirs@beta.example"))));
        realm.createUser("ofrealm");

        String first = refusal(Provisioner.user("theirs", Map.of()));
        String second = refusal(Provisioner.user("ofrealm", Map.of()));
        String third = refusal(
                Provisioner.user("somebody", Map.of("emails", List.of(Map.of("value", "theirs@beta.example")))));

        assertThat(second).isEqualTo(first);
        assertThat(third).isEqualTo(first);
        assertThat(first).doesNotContain("beta", "theirs", "ofrealm");
    }

    @Test
    void accountIsLinkedOnlyWhereItsAddressIsProvedOnBothSides() {
        TestUser eve = realm.createUser("eve");
        Map<String, Object> body = withEmail(eve);

        claim("acme");
        refusal(body);
        approve("acme");
        verified(eve, false);
        refusal(body);
        verified(eve, true);
        refusal(Provisioner.user("eve", Map.of("emails", List.of(Map.of("value", "other@" + DOMAIN)))));

        acme.scim().body(body).post("/Users").then().statusCode(201).body(containsString(eve.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"userName", "name.givenName", "name.familyName", "password"})
    void accountThatWasLinkedIsNotWritten(String attribute) {
        TestUser eve = linked();

        acme.scim()
                .body(Provisioner.patch(Map.of("op", "replace", "path", attribute, "value", "Mallory-1")))
                .patch("/Users/" + eve.id())
                .then()
                .statusCode(400)
                .body(containsString("mutability"));
        acme.scim()
                .body(Provisioner.patch(
                        Map.of("op", "replace", "path", "emails", "value", List.of(Map.of("value", "m@" + DOMAIN)))))
                .patch("/Users/" + eve.id())
                .then()
                .statusCode(400)
                .body(containsString("mutability"));

        stored(eve).then().body("username", equalTo("eve")).body("email", equalTo("eve@" + DOMAIN));
        eve.trySignIn("openid").then().statusCode(200);
    }

    @Test
    void accountThatWasLinkedIsSuspendedAndNotDisabledAndLeavesAndIsNotDeleted() {
        TestUser eve = linked();

        acme.scim()
                .body(Provisioner.patch(Map.of("op", "replace", "path", "active", "value", false)))
                .patch("/Users/" + eve.id())
                .then()
                .statusCode(200)
                .body(containsString("\"active\":false"));
        stored(eve).then().body("enabled", equalTo(true));
        realm.adminDoor()
                .get("/tenants/acme/members/" + eve.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("suspended"));

        acme.scim().delete("/Users/" + eve.id()).then().statusCode(204);

        stored(eve).then().statusCode(200);
        acme.scim().get("/Users/" + eve.id()).then().statusCode(404);
    }

    @Test
    void versionsAreThoseOfTheAccountAlsoWhereTheMembershipIsChanged() {
        TestUser eve = linked();
        String first = acme.read("/Users/" + eve.id()).getString("meta.version");

        acme.scim()
                .header("If-Match", first)
                .body(Provisioner.patch(Map.of("op", "replace", "path", "active", "value", false)))
                .patch("/Users/" + eve.id())
                .then()
                .statusCode(200);
        acme.scim()
                .header("If-Match", first)
                .delete("/Users/" + eve.id())
                .then()
                .statusCode(412);
        acme.scim()
                .header("If-Match", acme.read("/Users/" + eve.id()).getString("meta.version"))
                .delete("/Users/" + eve.id())
                .then()
                .statusCode(204);
    }

    @Test
    void lastOwnerIsNeitherRemovedNorDisabled() {
        String id = acme.createUser("boss", Map.of());
        realm.adminDoor()
                .body(Map.of("role", "owner"))
                .put("/tenants/acme/members/" + id)
                .then()
                .statusCode(200);

        acme.scim().delete("/Users/" + id).then().statusCode(409).body(containsString("last owner"));
        acme.scim()
                .body(Provisioner.patch(Map.of("op", "replace", "path", "active", "value", false)))
                .patch("/Users/" + id)
                .then()
                .statusCode(409);

        realm.admin().get("/users/" + id).then().statusCode(200).body("enabled", equalTo(true));
    }

    @Test
    void accountThatIsInAnotherTenantByNowIsNotWrittenAnyMore() {
        String id = acme.createUser("shared", Map.of());
        tenancy.add("beta", new TestUser(realm, id, "shared", "-"), "member")
                .then()
                .statusCode(201);

        acme.scim()
                .body(Provisioner.patch(Map.of("op", "replace", "path", "password", "value", "Mallory-1")))
                .patch("/Users/" + id)
                .then()
                .statusCode(400)
                .body(containsString("mutability"));
        acme.scim()
                .body(Provisioner.patch(Map.of("op", "replace", "path", "active", "value", "False")))
                .patch("/Users/" + id)
                .then()
                .statusCode(200);
        realm.admin().get("/users/" + id).then().body("enabled", equalTo(true));
        acme.scim().delete("/Users/" + id).then().statusCode(204);
        beta.scim().get("/Users/" + id).then().statusCode(200);
    }

    @Test
    void accountOfAnAdministratorIsNotWritten() {
        String ofKeycloak = acme.createUser("root", Map.of());
        realm.grant(ofKeycloak, "manage-users");
        String ofTenant = acme.createUser("boss", Map.of());
        realm.adminDoor()
                .body(Map.of("role", "owner"))
                .put("/tenants/acme/members/" + ofTenant)
                .then()
                .statusCode(200);
        Provisioner byAdmin = Provisioner.of(
                realm, tenancy.as(tenancy.member("acme", "anna", "admin")), "acme", Map.of("name", "of an admin"));

        for (String id : List.of(ofKeycloak, ofTenant)) {
            byAdmin.scim()
                    .body(Provisioner.patch(Map.of("op", "replace", "path", "password", "value", "Mallory-1")))
                    .patch("/Users/" + id)
                    .then()
                    .statusCode(400)
                    .body(containsString("mutability"));
        }
        acme.scim()
                .body(Provisioner.patch(Map.of("op", "replace", "path", "password", "value", "Mallory-1")))
                .patch("/Users/" + ofKeycloak)
                .then()
                .statusCode(400);
        Provisioner.ofRealm(realm)
                .scim()
                .body(Provisioner.patch(Map.of("op", "replace", "path", "password", "value", "Mallory-1")))
                .patch("/Users/" + ofKeycloak)
                .then()
                .statusCode(403);
    }

    @Test
    void accountOfOneConnectionIsNotWrittenByAnother() {
        String id = acme.createUser("ada", Map.of());
        Provisioner second = Provisioner.of(realm, "acme");

        second.scim()
                .body(Provisioner.patch(Map.of("op", "replace", "path", "userName", "value", "mallory")))
                .patch("/Users/" + id)
                .then()
                .statusCode(400)
                .body(containsString("mutability"));
    }

    @Test
    void addressIsProvedOnlyInsideAVerifiedDomainAlsoWhenItIsChanged() {
        claim("acme");
        approve("acme");
        String id = acme.createUser("ada", Map.of("emails", List.of(Map.of("value", "ada@" + DOMAIN))));
        realm.admin().get("/users/" + id).then().body("emailVerified", equalTo(true));

        acme.scim()
                .body(Provisioner.patch(Map.of(
                        "op", "replace", "path", "emails", "value", List.of(Map.of("value", "a@other.example")))))
                .patch("/Users/" + id)
                .then()
                .statusCode(200);

        realm.admin()
                .get("/users/" + id)
                .then()
                .body("email", equalTo("a@other.example"))
                .body("emailVerified", equalTo(false));
    }

    @Test
    void nobodyIsMadeInADomainThatAnotherTenantHasProved() {
        claim("beta");
        approve("beta");

        refusal(Provisioner.user("mallory", Map.of("emails", List.of(Map.of("value", "ceo@" + DOMAIN)))));
        String id = acme.createUser("mallory", Map.of());
        acme.scim()
                .body(Provisioner.patch(
                        Map.of("op", "replace", "path", "emails", "value", List.of(Map.of("value", "ceo@" + DOMAIN)))))
                .patch("/Users/" + id)
                .then()
                .statusCode(409);
    }

    @Test
    void groupThatGivesAdministrationIsNotFilled() {
        Provisioner directory = Provisioner.ofRealm(realm);
        String group = directory.createGroup("Operators", List.of());
        String mallory = directory.createUser("mallory", Map.of());
        String management = realm.clientId("realm-management");
        Map<String, Object> role = realm.admin()
                .get("/clients/" + management + "/roles/manage-users")
                .jsonPath()
                .getMap("");
        realm.admin()
                .body(List.of(role))
                .post("/groups/" + group + "/role-mappings/clients/" + management)
                .then()
                .statusCode(204);

        directory
                .scim()
                .body(Provisioner.patch(
                        Map.of("op", "add", "path", "members", "value", List.of(Map.of("value", mallory)))))
                .patch("/Groups/" + group)
                .then()
                .statusCode(403);
        directory
                .scim()
                .body(Provisioner.group("Outer", List.of(group)))
                .post("/Groups")
                .then()
                .statusCode(403);
    }

    @Test
    void tokenOpensItsOwnTenantAndNothingElse() {
        String own = acme.token();

        beta.scim(own).get("/Users").then().statusCode(401).body(not(containsString("beta")));
        Provisioner.ofRealm(realm).scim(own).get("/Users").then().statusCode(401);
        acme.scim(Provisioner.ofRealm(realm).token()).get("/Users").then().statusCode(401);
        realm.realmDoor(own).get("/tenants/acme/members").then().statusCode(401);
        realm.realmDoor(own).get("/tenants/acme").then().statusCode(401);
        acme.scim(own + "x").get("/Users").then().statusCode(401);
    }

    private String refusal(Map<String, Object> body) {
        return acme.scim()
                .body(body)
                .post("/Users")
                .then()
                .statusCode(409)
                .body(containsString("uniqueness"))
                .extract()
                .asString();
    }

    private TestUser linked() {
        TestUser eve = realm.createUser("eve");
        verified(eve, true);
        claim("acme");
        approve("acme");
        acme.scim().body(withEmail(eve)).post("/Users").then().statusCode(201);
        return eve;
    }

    private static Map<String, Object> withEmail(TestUser user) {
        return Provisioner.user(
                user.username(), Map.of("emails", List.of(Map.of("value", user.username() + "@" + DOMAIN))));
    }

    private void verified(TestUser user, boolean verified) {
        Map<String, Object> representation = stored(user).jsonPath().getMap("");
        representation.put("emailVerified", verified);
        realm.admin().body(representation).put("/users/" + user.id()).then().statusCode(204);
    }

    private Response stored(TestUser user) {
        return realm.admin().get("/users/" + user.id());
    }

    private void claim(String tenant) {
        realm.adminDoor()
                .body(Map.of("name", DOMAIN))
                .post("/tenants/" + tenant + "/domains")
                .then()
                .statusCode(201);
    }

    private void approve(String tenant) {
        realm.adminDoor()
                .post("/tenants/" + tenant + "/domains/" + DOMAIN + "/approve")
                .then()
                .statusCode(200);
    }
}

package org.keysteward.it.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tenancy;

/** Who gets in by which door, with what. */
@KeycloakTest
class RealmDoorIT {
    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @BeforeEach
    void realm(TestRealm realm) {
        tenancy = Tenancy.in(realm).plan("team", 5).openRealmDoor();
        tenancy.tenant("acme", "team");
    }

    @Test
    void withoutATokenNobodyGetsIn() {
        tenancy.realm()
                .anonymously()
                .get("/keysteward/v1/tenants")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("urn:keysteward:problem:unauthenticated"));
    }

    @Test
    void aTokenThatWasIssuedForSomethingElseIsRefused() {
        TestUser owner = tenancy.member("acme", "owner", "owner");
        String forAnApplication = owner.signIn().access();

        tenancy.realm().realmDoor(forAnApplication).get("/tenants").then().statusCode(401);
    }

    @Test
    void aTokenOfAnotherRealmIsRefused(Keycloak keycloak) {
        try (TestRealm other = keycloak.createRealm()) {
            TestUser stranger = other.createUser("owner");
            Tenancy.in(other).openRealmDoor();
            String token = stranger.signIn(Tenancy.SCOPE).access();

            tenancy.realm().realmDoor(token).get("/tenants").then().statusCode(401);
        }
    }

    @Test
    void aTokenOfASignedOutUserIsRefused() {
        TestUser owner = tenancy.member("acme", "owner", "owner");
        String token = owner.signIn(Tenancy.SCOPE).access();
        tenancy.realm().admin().post("/users/" + owner.id() + "/logout").then().statusCode(204);

        tenancy.realm().realmDoor(token).get("/tenants").then().statusCode(401);
    }

    @Test
    void aDisabledUsersTokenIsRefused() {
        TestUser owner = tenancy.member("acme", "owner", "owner");
        String token = owner.signIn(Tenancy.SCOPE).access();
        tenancy.realm()
                .admin()
                .body(Map.of("enabled", false))
                .put("/users/" + owner.id())
                .then()
                .statusCode(204);

        tenancy.realm().realmDoor(token).get("/tenants").then().statusCode(401);
    }

    @Test
    void aMemberWhoLeftHasNothingLeft() {
        TestUser owner = tenancy.member("acme", "owner", "owner");
        var asOwner = tenancy.as(owner);
        asOwner.get("/tenants/acme").then().statusCode(200);
        String organization = tenancy.api().get("/tenants/acme").path("id");
        tenancy.realm()
                .admin()
                .delete("/organizations/" + organization + "/members/" + owner.id())
                .then()
                .statusCode(204);

        asOwner.get("/tenants/acme").then().statusCode(404);
    }

    @Test
    void whoComesBackIsNotWhatTheyWere() {
        TestUser owner = tenancy.member("acme", "owner", "owner");
        String organization = tenancy.api().get("/tenants/acme").path("id");
        var members = "/organizations/" + organization + "/members";
        tenancy.realm().admin().delete(members + "/" + owner.id()).then().statusCode(204);

        tenancy.realm().admin().body(owner.id()).post(members).then().statusCode(201);

        tenancy.as(owner).get("/tenants/acme").then().statusCode(200).body("role", equalTo("member"));
    }

    @ParameterizedTest
    @CsvSource({
        "owner,  /tenants/acme/members, 200",
        "admin,  /tenants/acme/members, 200",
        "member, /tenants/acme/members, 403",
        "viewer, /tenants/acme/members, 403",
        "owner,  /tenants/acme/license, 200",
        "member, /tenants/acme/license, 403",
        "viewer, /tenants/acme,         200",
        "owner,  /plans,                403",
        "owner,  /settings,             403"
    })
    void aRoleReachesAsFarAsItSays(String role, String path, int status) {
        TestUser user = tenancy.member("acme", "somebody", role);

        tenancy.as(user).get(path).then().statusCode(status);
    }

    @Test
    void whoMayNotSeeTheLicenseSeesTheTenantWithoutIt() {
        TestUser viewer = tenancy.member("acme", "viewer", "viewer");

        tenancy.as(viewer)
                .get("/tenants")
                .then()
                .statusCode(200)
                .body("items[0].alias", equalTo("acme"))
                .body("items[0].license", nullValue());
    }

    @Test
    void anOwnerCannotHelpThemselvesToMore() {
        TestUser owner = tenancy.member("acme", "owner", "owner");
        var asOwner = tenancy.as(owner);

        asOwner.body(Map.of("plan", "team", "limits", Map.of("seats", 1000)))
                .put("/tenants/acme/license")
                .then()
                .statusCode(403);
        tenancy.as(owner)
                .body(Map.of("username", "somebody"))
                .post("/tenants/acme/members")
                .then()
                .statusCode(403);
        tenancy.as(owner)
                .body(Map.of("alias", "mine", "name", "Mine"))
                .post("/tenants")
                .then()
                .statusCode(403);
        tenancy.as(owner)
                .body(Map.of("value", "team"))
                .put("/settings/tenants.defaultPlan")
                .then()
                .statusCode(403);
    }

    @Test
    void aRealmAdministratorMayUseTheRealmDoorToo() {
        TestUser administrator = tenancy.realm().createAdministrator("boss", "keysteward-admin");

        tenancy.as(administrator).get("/plans").then().statusCode(200).body("items.size()", equalTo(1));
    }

    @Test
    void aViewerOfTheRealmSeesAllAndChangesNothing() {
        String viewer = tenancy.realm()
                .createAdministrator("viewer", "keysteward-viewer")
                .signIn()
                .access();

        tenancy.realm().adminDoor(viewer).get("/tenants/acme/license").then().statusCode(200);
        tenancy.realm().adminDoor(viewer).get("/tenants/acme/members").then().statusCode(200);
        tenancy.realm()
                .adminDoor(viewer)
                .body(Map.of("key", "x", "name", "X"))
                .post("/plans")
                .then()
                .statusCode(403)
                .body("permission", equalTo("plans.manage"));
        tenancy.realm()
                .adminDoor(viewer)
                .body(Map.of())
                .put("/tenants/acme/license")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keysteward-admin", "keysteward-viewer", "keysteward-auditor"})
    void eachOfOurRolesOpensTheConsole(String role) {
        String token =
                tenancy.realm().createAdministrator("somebody", role).signIn().access();

        // What the console asks for before it shows anything; stock refuses whoever holds no role of its own.
        tenancy.realm().keycloak().as(token).get("/admin/serverinfo").then().statusCode(200);
    }

    @Test
    void anAuditorSeesTenantsOnly() {
        String auditor = tenancy.realm()
                .createAdministrator("auditor", "keysteward-auditor")
                .signIn()
                .access();

        tenancy.realm().adminDoor(auditor).get("/tenants/acme").then().statusCode(200);
        tenancy.realm().adminDoor(auditor).get("/tenants/acme/members").then().statusCode(403);
    }

    @Test
    void aStockAdministratorWithoutOurRolesGetsNothing() {
        String userManager = tenancy.realm()
                .createAdministrator("users", "manage-users", "manage-organizations")
                .signIn()
                .access();

        tenancy.realm().adminDoor(userManager).get("/plans").then().statusCode(403);
        tenancy.realm().adminDoor(userManager).get("/tenants/acme").then().statusCode(404);
    }

    @Test
    void aRealmsFullAdministratorHasOurRoles() {
        String full = tenancy.realm()
                .createAdministrator("full", "realm-admin")
                .signIn()
                .access();

        tenancy.realm()
                .adminDoor(full)
                .body(Map.of("key", "x", "name", "X"))
                .post("/plans")
                .then()
                .statusCode(201);
    }

    @Test
    void aBrowserMayCallFromTheClientsOrigins() {
        TestUser owner = tenancy.member("acme", "owner", "owner");

        tenancy.realm()
                .anonymously()
                .header("Origin", "http://localhost")
                .header("Access-Control-Request-Method", "PUT")
                .options("/keysteward/v1/tenants/acme/license")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "http://localhost");
        assertThat(tenancy.realm()
                        .anonymously()
                        .header("Origin", "http://localhost")
                        .options("/keysteward/v1/plans")
                        .headers()
                        .getValues("Access-Control-Allow-Headers")
                        .toString())
                .contains("Idempotency-Key")
                .contains("Authorization");
        tenancy.as(owner)
                .header("Origin", "http://localhost")
                .get("/tenants/acme")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "http://localhost")
                .header("Access-Control-Expose-Headers", containsString("ETag"));
    }

    @Test
    void aBrowserMayNotCallFromElsewhere() {
        TestUser owner = tenancy.member("acme", "owner", "owner");

        tenancy.as(owner)
                .header("Origin", "http://evil.example")
                .get("/tenants/acme")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }
}

package org.keysteward.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Partner;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.harness.Visitor;

/** The ways into a tenant that do not come by an administrator: identity provider, registration, import, federation. */
@KeycloakTest
class SeatPathsIT {

    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @SuppressWarnings("NullAway.Init")
    private TestOrganization acme;

    @BeforeEach
    void aTenantOfTwoSeats(TestRealm realm) {
        tenancy = Tenancy.in(realm).plan("two", 2);
        acme = tenancy.tenant("acme", "two");
        acme.add(realm.createUser("first")).then().statusCode(201);
    }

    @Test
    void anIdentityProvidersFirstSignInTakesTheLastSeat(Keycloak keycloak) {
        try (TestRealm partner = keycloak.createRealm()) {
            trust(partner);
            TestUser ada = partner.createUser("ada");

            var arrived = signInThrough(partner, ada);

            assertThat(arrived.location().getQuery()).as(arrived.text()).contains("code=");
            assertThat(tenancy.seatsUsed("acme")).isEqualTo(2);
            tenancy.api()
                    .queryParam("membershipType", "managed")
                    .get("/tenants/acme/members")
                    .then()
                    .body("items.username", equalTo(List.of("ada")));
        }
    }

    @Test
    void anIdentityProvidersFirstSignInIsRefusedInWordsWithoutASeat(Keycloak keycloak) {
        try (TestRealm partner = keycloak.createRealm()) {
            trust(partner);
            TestUser ada = partner.createUser("ada");
            acme.add(tenancy.realm().createUser("second")).then().statusCode(201);

            var refused = signInThrough(partner, ada);

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text())
                    .contains("You cannot join Tenant acme now: all seats of its license are in use.");
            assertThat(users("ada")).as("no half a user").isEmpty();

            tenancy.plan("three", 3);
            tenancy.api()
                    .body(Map.of("plan", "three"))
                    .put("/tenants/acme/license")
                    .then()
                    .statusCode(200);
            assertThat(signInThrough(partner, ada).location().getQuery()).contains("code=");
            assertThat(tenancy.seatsUsed("acme")).isEqualTo(3);
        }
    }

    @Test
    void whoIsRemovedDoesNotComeBackThroughAnOldLink(Keycloak keycloak) {
        try (TestRealm partner = keycloak.createRealm()) {
            trust(partner);
            TestUser ada = partner.createUser("ada");
            signInThrough(partner, ada);
            String id = (String) users("ada").get(0);

            tenancy.api().delete("/tenants/acme/members/" + id).then().statusCode(204);

            assertThat(tenancy.seatsUsed("acme")).isEqualTo(1);
            tenancy.realm()
                    .admin()
                    .get("/users/" + id + "/federated-identity")
                    .then()
                    .body("size()", equalTo(0));
        }
    }

    @Test
    void registeringByTheOrganizationsDomainDoesNotJoin() {
        tenancy.realm().update(Map.of("registrationAllowed", true));
        tenancy.api()
                .body(Map.of("name", "acme.example"))
                .post("/tenants/acme/domains")
                .then()
                .statusCode(201);
        tenancy.api().post("/tenants/acme/domains/acme.example/approve").then().statusCode(200);
        acme.add(tenancy.realm().createUser("second")).then().statusCode(201);

        var arrived = register("ada", "ada@acme.example");

        assertThat(arrived.location().getQuery()).as(arrived.text()).contains("code=");
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(2);
    }

    @Test
    void aFederatedUserHoldsASeatToo() {
        String federation = tenancy.realm()
                .admin()
                .body(Map.of(
                        "name", "probe",
                        "providerId", "keysteward-probe",
                        "providerType", "org.keycloak.storage.UserStorageProvider"))
                .post("/components")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceAll(".*/", "");
        String one = "f:" + federation + ":fed-one";

        acme.add(one).then().statusCode(201);
        acme.add("f:" + federation + ":fed-two")
                .then()
                .statusCode(400)
                .body("errorMessage", startsWith("Tenant acme has no free seat: 2 of 2 seats are used."));

        assertThat(tenancy.seatsUsed("acme")).isEqualTo(2);
        tenancy.api()
                .queryParam("search", one)
                .get("/tenants/acme/members")
                .then()
                .body("items.username", equalTo(List.of("fed-one")));
        tenancy.api().delete("/tenants/acme/members/" + one).then().statusCode(204);
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(1);
    }

    @Test
    void anImportedRealmsMembersAreCounted(Keycloak keycloak) {
        String name = tenancy.realm().name() + "-import";
        keycloak.asAdministrator()
                .body(Map.of(
                        "realm",
                        name,
                        "enabled",
                        true,
                        "organizationsEnabled",
                        true,
                        "users",
                        List.of(Map.of("username", "ada"), Map.of("username", "bob")),
                        "organizations",
                        List.of(Map.of(
                                "name",
                                "Acme",
                                "alias",
                                "acme",
                                "enabled",
                                true,
                                "domains",
                                List.of(Map.of("name", "acme.example")),
                                "members",
                                List.of(
                                        Map.of("username", "ada", "membershipType", "UNMANAGED"),
                                        Map.of("username", "bob", "membershipType", "MANAGED"))))))
                .post()
                .then()
                .statusCode(201);
        try (TestRealm imported = TestRealm.existing(keycloak, name)) {
            var there = Tenancy.in(imported).plan("one", 1);
            assertThat(there.seatsUsed("acme")).isEqualTo(2);

            there.defaultPlan("one");
            there.api()
                    .get("/tenants/acme/license")
                    .then()
                    .body("seats.used", equalTo(2))
                    .body("seats.limit", equalTo(1))
                    .body("seats.overLimit", equalTo(true));
        }
    }

    @Test
    void aPartialImportAddsNoMembers() {
        acme.add(tenancy.realm().createUser("second")).then().statusCode(201);

        tenancy.realm()
                .admin()
                .body(Map.of(
                        "ifResourceExists", "FAIL",
                        "users", List.of(Map.of("username", "imported")),
                        "organizations",
                                List.of(Map.of(
                                        "name", "Tenant acme",
                                        "alias", "acme",
                                        "members", List.of(Map.of("username", "imported"))))))
                .post("/partialImport")
                .then()
                .statusCode(200);

        assertThat(users("imported")).hasSize(1);
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(2);
    }

    private void trust(TestRealm partner) {
        Partner.of(acme, partner).trust();
    }

    private Visitor.Place signInThrough(TestRealm partner, TestUser user) {
        return Partner.of(acme, partner).signIn(user);
    }

    private Visitor.Place register(String username, String email) {
        var visitor = new Visitor();
        var form = new HashMap<>(Map.of("username", username, "email", email, "firstName", "Ada", "lastName", "Test"));
        form.put("password", "password");
        form.put("password-confirm", "password");
        return visitor.submit(visitor.open(authorization().replace("/auth?", "/registrations?")), form);
    }

    private String authorization() {
        return Partner.authorization(tenancy.realm());
    }

    private List<Object> users(String username) {
        return tenancy.realm()
                .admin()
                .queryParam("username", username)
                .queryParam("exact", true)
                .get("/users")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }
}

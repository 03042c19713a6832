package org.keysteward.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesRegex;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Mail;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.harness.Visitor;

/** Who registers without an invitation gets a tenant of their own, where the realm says so. */
@KeycloakTest
class PersonalTenantsIT {
    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @BeforeEach
    void registrationIsOpen(TestRealm realm) {
        tenancy = Tenancy.in(realm).plan("free", 1).openRealmDoor();
        realm.update(Map.of("registrationAllowed", true));
    }

    @Test
    void whoRegistersOwnsATenantOnTheChosenPlan() {
        personalPlan("free");

        register("ada.lovelace@home.example");

        tenancy.as(user("ada.lovelace@home.example"))
                .get("/tenants")
                .then()
                .body("items", hasSize(1))
                .body("items[0].alias", matchesRegex("ada-lovelace-[a-z0-9]{5,}"))
                .body("items[0].name", equalTo("Ada Lovelace"))
                .body("items[0].role", equalTo("owner"))
                .body("items[0].license.plan", equalTo("free"))
                .body("items[0].license.seats.used", equalTo(1));
    }

    @Test
    void twoOfOneNameGetATenantEach() {
        personalPlan("free");

        register("ada@one.example");
        register("ada@two.example");

        tenancy.api().get("/tenants").then().body("items", hasSize(2));
    }

    @Test
    void whoIsInvitedGetsNone(Mail mail) {
        personalPlan("free");
        tenancy.realm().sendMailTo(mail);
        tenancy.plan("team", 5).tenant("acme", "team");
        tenancy.api()
                .body(Map.of("email", "ada@home.example"))
                .post("/tenants/acme/invitations")
                .then()
                .statusCode(201);

        fill(Letter.to("ada@home.example", mail).link(), "ada@home.example");

        tenancy.api().get("/tenants").then().body("items.alias", equalTo(java.util.List.of("acme")));
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(1);
    }

    @Test
    void nobodyGetsOneUnlessTheRealmSaysSo() {
        register("ada@home.example");

        tenancy.api().get("/tenants").then().body("items", hasSize(0));
    }

    @Test
    void aPlanThatIsGivenToNewcomersIsNotDeleted() {
        personalPlan("free");

        tenancy.api()
                .delete("/plans/free")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:plan-in-use"));
    }

    @Test
    void thePlanMustBeThere() {
        tenancy.api()
                .body(Map.of("value", "gold"))
                .put("/settings/tenants.personalPlan")
                .then()
                .statusCode(422);
    }

    private void personalPlan(String key) {
        tenancy.api()
                .body(Map.of("value", key))
                .put("/settings/tenants.personalPlan")
                .then()
                .statusCode(200);
    }

    private void register(String email) {
        TestRealm realm = tenancy.realm();
        fill(
                realm.keycloak().url() + "/realms/" + realm.name()
                        + "/protocol/openid-connect/registrations?response_type=code&scope=openid&client_id="
                        + TestRealm.CLIENT + "&redirect_uri=" + realm.redirectUri(),
                email);
    }

    private static void fill(String link, String email) {
        var form = new HashMap<>(Map.of("username", email, "email", email, "firstName", "Ada", "lastName", "Lovelace"));
        form.put("password", "password");
        form.put("password-confirm", "password");
        var visitor = new Visitor();
        var arrived = visitor.submit(visitor.open(link), form);
        assertThat(arrived.status()).as(arrived.text()).isLessThan(400);
    }

    private TestUser user(String name) {
        String id = tenancy.realm()
                .admin()
                .queryParam("username", name)
                .get("/users")
                .then()
                .statusCode(200)
                .extract()
                .path("[0].id");
        return new TestUser(tenancy.realm(), id, name, "password");
    }
}

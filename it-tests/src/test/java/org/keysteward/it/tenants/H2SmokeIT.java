package org.keysteward.it.tenants;

import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.DatabaseEngine;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** The slice on the embedded database, whose locks and JSON are others than PostgreSQL's. */
@KeycloakTest(database = DatabaseEngine.H2)
class H2SmokeIT {
    @Test
    void fortyJoinsAtOnceTakeExactlyTheSeats(Keycloak keycloak, TestRealm realm) {
        SeatRace.runUnheld(Tenancy.in(realm).plan("ten", 10), List.of(keycloak), "race");
    }

    @Test
    void plansTenantsAndMembersAreKeptAndFound(TestRealm realm) {
        var tenancy = Tenancy.in(realm).plan("team", 2);
        tenancy.tenant("acme", "team");
        tenancy.tenant("beta", "team");
        var owner = tenancy.member("acme", "owner", "owner");

        tenancy.api()
                .queryParam("search", "ACM")
                .get("/tenants")
                .then()
                .statusCode(200)
                .body("items.alias", equalTo(List.of("acme")))
                .body("items[0].license.seats.used", equalTo(1));
        tenancy.api()
                .body(Map.of("name", "Team", "limits", Map.of("seats", 5), "features", Map.of("sso", true)))
                .put("/plans/team")
                .then()
                .statusCode(200)
                .body("features.sso", equalTo(true));
        tenancy.openRealmDoor()
                .as(owner)
                .get("/tenants")
                .then()
                .statusCode(200)
                .body("items.alias", equalTo(List.of("acme")))
                .body("items[0].role", equalTo("owner"));
    }

    @Test
    void aRepeatedRequestIsAnsweredAgain(TestRealm realm) {
        var tenancy = Tenancy.in(realm);
        var plan = Map.of("key", "team", "name", "Team");

        tenancy.api()
                .header("Idempotency-Key", "k1")
                .body(plan)
                .post("/plans")
                .then()
                .statusCode(201);
        tenancy.api()
                .header("Idempotency-Key", "k1")
                .body(plan)
                .post("/plans")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
    }

    @Test
    void everythingElseOfATenantIsReadAndWritten(TestRealm realm) {
        var tenancy = Tenancy.in(realm).plan("team", 5);
        tenancy.tenant("acme", "team");
        TestUser ada = tenancy.member("acme", "ada", "owner");
        tenancy.api()
                .body(Map.of("email", "new@new.example"))
                .post("/tenants/acme/invitations")
                .then()
                .statusCode(201);
        tenancy.api()
                .body(Map.of("name", "acme.example"))
                .post("/tenants/acme/domains")
                .then()
                .statusCode(201);
        tenancy.api().post("/tenants/acme/domains/acme.example/approve").then().statusCode(200);
        tenancy.api()
                .body(Map.of("value", true))
                .put("/tenants/acme/features/sso")
                .then()
                .statusCode(200);

        tenancy.api().get("/tenants/acme/invitations?search=new").then().body("items.size()", equalTo(1));
        tenancy.api().get("/tenants/acme/members?search=ada&role=owner").then().body("items.size()", equalTo(1));
        tenancy.api().get("/tenants").then().body("items[0].domains[0].verified", equalTo(true));
        tenancy.api().get("/tenants/acme/features").then().body("items[0].key", equalTo("sso"));
        tenancy.api().get("/tenants/acme/usage").then().statusCode(200).body("items[0].seatsUsed", equalTo(2));
        tenancy.api()
                .get("/tenants/acme/license")
                .then()
                .body("use.domains.used", equalTo(1))
                .body("use.pendingInvitations.used", equalTo(1));
        tenancy.api()
                .post("/tenants/acme/members/" + ada.id() + "/suspend")
                .then()
                .statusCode(409);
        tenancy.api()
                .body(Map.of("reason", "unpaid"))
                .post("/tenants/acme/license/suspend")
                .then()
                .statusCode(200);
        tenancy.api().delete("/tenants/acme?dryRun=true").then().statusCode(200).body("members", equalTo(1));
        tenancy.api().delete("/tenants/acme?confirm=acme").then().statusCode(202);
        tenancy.api().post("/tenants/acme/restore").then().statusCode(200).body("enabled", equalTo(false));
    }
}

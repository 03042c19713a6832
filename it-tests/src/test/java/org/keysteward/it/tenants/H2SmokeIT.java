package org.keysteward.it.tenants;

import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.DatabaseEngine;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;

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
}

package org.keysteward.it.tenants;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Probe;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** A tenant is deleted in two steps, and the first can be taken back. */
@KeycloakTest
class DeletionIT {
    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @SuppressWarnings("NullAway.Init")
    private TestOrganization acme;

    @SuppressWarnings("NullAway.Init")
    private TestUser owner;

    @SuppressWarnings("NullAway.Init")
    private TestUser managed;

    @BeforeEach
    void aTenantWithEverything(TestRealm realm, Probe probe) {
        tenancy = Tenancy.in(realm).plan("team", 200).openRealmDoor();
        acme = tenancy.tenant("acme", "team");
        owner = tenancy.member("acme", "owner", "owner");
        managed = realm.createUser("managed");
        probe.addManagedMember(managed, acme).then().statusCode(200);
        tenancy.api()
                .body(Map.of("name", "acme.example"))
                .post("/tenants/acme/domains")
                .then()
                .statusCode(201);
        tenancy.api().post("/tenants/acme/domains/acme.example/approve").then().statusCode(200);
    }

    @Test
    void aDryRunSaysWhatWouldGoAndDoesNothing() {
        delete("dryRun=true")
                .then()
                .statusCode(200)
                .body("alias", equalTo("acme"))
                .body("members", equalTo(2))
                .body("managedUsers", equalTo(1))
                .body("domains", equalTo(List.of("acme.example")))
                .body("holds", equalTo(List.of()))
                .body("finalAt", notNullValue());

        tenancy.api().get("/tenants/acme").then().body("enabled", equalTo(true)).body("deletion", nullValue());
    }

    @Test
    void theAliasHasToBeSaid() {
        delete("").then().statusCode(422).body("detail", containsString("confirm=acme"));
        delete("confirm=ACME").then().statusCode(422).body("errors[0].pointer", equalTo("?confirm"));
        delete("confirm=acme&now=perhaps").then().statusCode(422);
        tenancy.as(owner).delete("/tenants/acme?confirm=acme").then().statusCode(403);

        tenancy.api().get("/tenants/acme").then().body("deletion", nullValue());
    }

    @Test
    void aDeletedTenantIsOutOfForceAndCanBeRestored() {
        delete("confirm=acme").then().statusCode(202).body("deletion.finalAt", notNullValue());

        tenancy.as(owner).get("/tenants/acme").then().statusCode(404);
        tenancy.as(owner).get("/tenants").then().body("items.size()", equalTo(0));
        managed.trySignIn().then().statusCode(400);
        tenancy.api().get("/tenants").then().body("items[0].deletion.finalAt", notNullValue());

        tenancy.api().post("/tenants/acme/restore").then().statusCode(200).body("enabled", equalTo(true));

        managed.signIn();
        tenancy.as(owner).get("/tenants/acme").then().statusCode(200).body("role", equalTo("owner"));
        tenancy.api().post("/tenants/acme/restore").then().statusCode(409);
    }

    @Test
    void finalMeansThatNothingIsLeft(Database database) throws SQLException {
        for (int number = 0; number < 120; number++) {
            acme.add(tenancy.realm().createUser("user" + number)).then().statusCode(201);
        }

        delete("confirm=acme&now=true").then().statusCode(202);
        tenancy.api().post("/tenants/acme/restore").then().statusCode(409);
        delete("confirm=acme").then().statusCode(409).body("type", equalTo("urn:keysteward:problem:deletion-final"));
        Tasks.hasten(database, "tenants-deletions");

        await("the tenant to be gone")
                .atMost(ofSeconds(60))
                .until(() -> tenancy.api().get("/tenants/acme").statusCode() == 404);
        tenancy.realm().admin().get("/users/" + managed.id()).then().statusCode(404);
        tenancy.realm().admin().get("/users/" + owner.id()).then().statusCode(200);
        assertThat(rows(database)).isZero();
    }

    @Test
    void aLegalHoldKeepsATenant(Database database) {
        hold(List.of("Case 42"));

        delete("confirm=acme")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:legal-hold"))
                .body("holds", equalTo(List.of("Case 42")));
        delete("dryRun=true").then().statusCode(200).body("holds", equalTo(List.of("Case 42")));
        hold(List.of());
        delete("confirm=acme").then().statusCode(202);
        tenancy.api().post("/tenants/acme/restore").then().statusCode(200);
    }

    @Test
    void aHoldThatComesLateStillKeepsATenant(Database database) throws SQLException {
        delete("confirm=acme").then().statusCode(202);
        hold(List.of("Case 43"));
        try (Connection connection = database.connect();
                var statement = connection.prepareStatement("update KS_DELETION set DUE_AT = 1 where TENANT_ID = ?")) {
            statement.setString(1, acme.id());
            statement.executeUpdate();
        }

        Tasks.run(database, "tenants-deletions");

        tenancy.api().get("/tenants/acme").then().statusCode(200).body("deletion.finalAt", notNullValue());
        tenancy.realm().admin().get("/users/" + managed.id()).then().statusCode(200);
    }

    @Test
    void howLongIsTheRealmsToSay() {
        tenancy.api()
                .body(Map.of("value", "400"))
                .put("/settings/tenants.deletionDays")
                .then()
                .statusCode(422);
        tenancy.api()
                .body(Map.of("value", "0"))
                .put("/settings/tenants.deletionDays")
                .then()
                .statusCode(200);

        delete("confirm=acme").then().statusCode(202);

        tenancy.api()
                .post("/tenants/acme/restore")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:deletion-final"));
    }

    private Response delete(String query) {
        return tenancy.api().delete("/tenants/acme" + (query.isEmpty() ? "" : "?" + query));
    }

    private void hold(List<String> reasons) {
        tenancy.realm()
                .admin()
                .body(Map.of(
                        "name",
                        "Tenant acme",
                        "alias",
                        "acme",
                        "enabled",
                        true,
                        "domains",
                        List.of(Map.of("name", "acme.example", "verified", true)),
                        "attributes",
                        Map.of("legal-hold", reasons)))
                .put("/organizations/" + acme.id())
                .then()
                .statusCode(204);
    }

    private long rows(Database database) throws SQLException {
        long rows = 0;
        for (String table : new String[] {
            "select count(*) from KS_LICENSE where TENANT_ID = ?",
            "select count(*) from KS_MEMBER where TENANT_ID = ?",
            "select count(*) from KS_DOMAIN where TENANT_ID = ?",
            "select count(*) from KS_INVITATION where TENANT_ID = ?",
            "select count(*) from KS_USAGE where TENANT_ID = ?",
            "select count(*) from KS_DELETION where TENANT_ID = ?"
        }) {
            try (Connection connection = database.connect();
                    var statement = connection.prepareStatement(table)) {
                statement.setString(1, acme.id());
                try (var counted = statement.executeQuery()) {
                    counted.next();
                    rows += counted.getLong(1);
                }
            }
        }
        return rows;
    }
}

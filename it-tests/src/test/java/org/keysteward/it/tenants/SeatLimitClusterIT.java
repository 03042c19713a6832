package org.keysteward.it.tenants;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.Cluster;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** Seats hold across nodes, and what changes on one is seen on the other. */
@KeycloakTest(nodes = 2)
class SeatLimitClusterIT {
    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @BeforeEach
    void plans(TestRealm realm) {
        tenancy = Tenancy.in(realm).plan("one", 1).plan("ten", 10);
    }

    @Test
    void fortyJoinsAcrossTwoNodesTakeExactlyTheSeats(Cluster cluster, Database database) {
        SeatRace.run(tenancy, cluster.nodes(), "race", database);
    }

    @Test
    void aTenantThatOneNodeMadeIsKnownToTheOther(Cluster cluster) {
        tenancy.tenant("acme", "ten");

        tenancy.seenFrom(cluster.node(2))
                .api()
                .get("/tenants/acme")
                .then()
                .statusCode(200)
                .body("license.plan", equalTo("ten"));
    }

    @Test
    void aLicenseThatOneNodeGaveHoldsOnTheOtherAtOnce(Cluster cluster) {
        TestOrganization acme = tenancy.tenant("acme", "ten");
        List<TestUser> users = tenancy.users("user", 2);
        acme.add(users.get(0)).then().statusCode(201);

        tenancy.api()
                .body(Map.of("plan", "one"))
                .put("/tenants/acme/license")
                .then()
                .statusCode(200);

        new TestOrganization(tenancy.realm().seenFrom(cluster.node(2)), acme.id(), "acme")
                .add(users.get(1))
                .then()
                .statusCode(400);
    }

    @Test
    void aSettingThatOneNodeChangedIsSeenByTheOther(Cluster cluster) {
        var there = tenancy.seenFrom(cluster.node(2));
        tenancy.tenant("acme", null);
        // The other node holds a snapshot from before the change.
        there.api().get("/tenants/acme/license").then().body("plan", equalTo(null));

        tenancy.defaultPlan("one");

        // Within a second by message, so well before the revision row is looked at again.
        await("the other node sees the default plan")
                .atMost(ofSeconds(3))
                .untilAsserted(
                        () -> there.api().get("/tenants/acme/license").then().body("plan", equalTo("one")));
    }
}

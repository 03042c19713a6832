package org.keysteward.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Probe;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** Seats hold on every way into a tenant that the foundation knows. */
@KeycloakTest
class SeatLimitIT {
    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @BeforeEach
    void plans(TestRealm realm) {
        tenancy = Tenancy.in(realm).plan("three", 3).plan("ten", 10).plan("unlimited", null);
    }

    @Test
    void stockAdministrationApiFillsTheLastSeatAndRefusesOneMore() {
        TestOrganization acme = tenancy.tenant("acme", "three");
        List<TestUser> users = tenancy.users("user", 4);

        for (TestUser user : users.subList(0, 3)) {
            acme.add(user).then().statusCode(201);
        }
        acme.add(users.get(3))
                .then()
                .statusCode(400)
                .body("errorMessage", startsWith("Tenant acme has no free seat: 3 of 3 seats are used."));

        assertThat(acme.memberCount()).isEqualTo(3);
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(3);
    }

    @Test
    void ourOwnApiAnswersWithUsedAndLimit() {
        tenancy.tenant("acme", "three");
        tenancy.users("user", 3)
                .forEach(user -> tenancy.add("acme", user, "member").then().statusCode(201));

        tenancy.add("acme", tenancy.realm().createUser("late"), "member")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:seat-limit-reached"))
                .body("used", equalTo(3))
                .body("limit", equalTo(3));

        assertThat(tenancy.seatsUsed("acme")).isEqualTo(3);
    }

    @Test
    void fortyJoinsAtOnceTakeExactlyTheSeats(Keycloak keycloak, Database database) {
        SeatRace.run(tenancy, List.of(keycloak), "race", database);
    }

    @Test
    void oneUserWhoJoinsManyTimesAtOnceHoldsOneSeat() {
        TestOrganization acme = tenancy.tenant("acme", "three");
        TestUser user = tenancy.realm().createUser("eager");

        List<Response> answers = Crowd.atOnce(Collections.<Callable<Response>>nCopies(6, () -> acme.add(user)));

        assertThat(answers).extracting(Response::statusCode).contains(201).doesNotContain(500);
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(1);
    }

    @Test
    void joiningTheHiddenGroupDirectlyDoesNotSlipBy(Probe probe) {
        TestOrganization acme = tenancy.tenant("acme", "three");
        tenancy.users("user", 3).forEach(user -> acme.add(user).then().statusCode(201));
        TestUser late = tenancy.realm().createUser("late");

        probe.joinHiddenGroupInContext(late, acme).then().statusCode(400);
        // Without an organization in the context Keycloak itself refuses.
        assertThat(probe.joinHiddenGroup(late, acme).statusCode()).isGreaterThanOrEqualTo(400);

        assertThat(tenancy.seatsUsed("acme")).isEqualTo(3);
    }

    @Test
    void joiningTheHiddenGroupDirectlyTakesAFreeSeat(Probe probe) {
        TestOrganization acme = tenancy.tenant("acme", "three");

        probe.joinHiddenGroupInContext(tenancy.realm().createUser("first"), acme)
                .then()
                .statusCode(200);

        assertThat(tenancy.seatsUsed("acme")).isEqualTo(1);
    }

    @Test
    void managedMembersHoldSeatsToo(Probe probe) {
        TestOrganization acme = tenancy.tenant("acme", "three");
        List<TestUser> users = tenancy.users("user", 4);
        users.subList(0, 3)
                .forEach(user -> probe.addManagedMember(user, acme).then().statusCode(200));

        probe.addManagedMember(users.get(3), acme).then().statusCode(400);

        assertThat(tenancy.seatsUsed("acme")).isEqualTo(3);
    }

    @Test
    void aDeletedUsersSeatIsUsedAgain() {
        TestOrganization acme = tenancy.tenant("acme", "three");
        List<TestUser> users = tenancy.users("user", 4);
        users.subList(0, 3).forEach(user -> acme.add(user).then().statusCode(201));

        tenancy.realm().admin().delete("/users/" + users.get(0).id()).then().statusCode(204);

        assertThat(tenancy.seatsUsed("acme")).isEqualTo(2);
        acme.add(users.get(3)).then().statusCode(201);
    }

    @Test
    void aMemberWhoLeavesFreesTheSeat() {
        TestOrganization acme = tenancy.tenant("acme", "three");
        List<TestUser> users = tenancy.users("user", 4);
        users.subList(0, 3).forEach(user -> acme.add(user).then().statusCode(201));

        acme.remove(users.get(0)).then().statusCode(204);

        acme.add(users.get(3)).then().statusCode(201);
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(3);
    }

    @Test
    void aTenantWithoutAPlanIsNotLimited() {
        TestOrganization acme = tenancy.tenant("acme", null);

        tenancy.users("user", 5).forEach(user -> acme.add(user).then().statusCode(201));

        tenancy.api()
                .get("/tenants/acme/license")
                .then()
                .body("source", equalTo("default"))
                .body("seats.used", equalTo(5))
                .body("seats.limit", nullValue());
    }

    @Test
    void anOrganizationMadeByStockMeansHasTheRealmsDefaultPlan() {
        tenancy.defaultPlan("three");
        TestOrganization stock = tenancy.realm().createOrganization("stock");
        List<TestUser> users = tenancy.users("user", 4);

        users.subList(0, 3).forEach(user -> stock.add(user).then().statusCode(201));
        stock.add(users.get(3)).then().statusCode(400);

        tenancy.api()
                .get("/tenants/stock/license")
                .then()
                .statusCode(200)
                .body("plan", equalTo("three"))
                .body("source", equalTo("default"));
    }

    @Test
    void anotherPlanHoldsAtOnce() {
        TestOrganization acme = tenancy.tenant("acme", "three");
        List<TestUser> users = tenancy.users("user", 4);
        users.subList(0, 3).forEach(user -> acme.add(user).then().statusCode(201));
        acme.add(users.get(3)).then().statusCode(400);

        tenancy.api()
                .body(Map.of("plan", "ten"))
                .put("/tenants/acme/license")
                .then()
                .statusCode(200);

        acme.add(users.get(3)).then().statusCode(201);
    }

    @Test
    void aPlansNewLimitHoldsForTheTenantsThatHaveIt() {
        TestOrganization acme = tenancy.tenant("acme", "three");
        List<TestUser> users = tenancy.users("user", 2);
        acme.add(users.get(0)).then().statusCode(201);

        tenancy.api()
                .body(Map.of("name", "One", "limits", Map.of("seats", 1)))
                .put("/plans/three")
                .then()
                .statusCode(200);

        acme.add(users.get(1)).then().statusCode(400);
    }

    @Test
    void aLimitBelowWhatIsUsedTakesNothingAwayAndStopsGrowth() {
        TestOrganization acme = tenancy.tenant("acme", "three");
        List<TestUser> users = tenancy.users("user", 3);
        users.subList(0, 2).forEach(user -> acme.add(user).then().statusCode(201));

        tenancy.api()
                .body(Map.of("plan", "three", "limits", Map.of("seats", 1)))
                .put("/tenants/acme/license")
                .then()
                .statusCode(200)
                .body("seats.used", equalTo(2))
                .body("seats.limit", equalTo(1))
                .body("seats.overLimit", equalTo(true))
                .body("overrides.seats", equalTo(1));

        acme.add(users.get(2)).then().statusCode(400);
        assertThat(acme.memberCount()).isEqualTo(2);
    }

    @Test
    void aRefusedJoinLeavesNothingBehind() {
        TestOrganization acme = tenancy.tenant("acme", "three");
        tenancy.users("user", 3).forEach(user -> acme.add(user).then().statusCode(201));
        TestUser late = tenancy.realm().createUser("late");

        tenancy.add("acme", late, "owner").then().statusCode(409);

        tenancy.api().get("/tenants/acme/members/" + late.id()).then().statusCode(404);
        tenancy.realm()
                .admin()
                .get("/organizations/members/" + late.id() + "/organizations")
                .then()
                .statusCode(200)
                .body("size()", equalTo(0));
    }
}

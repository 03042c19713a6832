package org.keysteward.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;

/** What a tenant has instead of what its plan says, feature by feature. */
@KeycloakTest
class FeaturesIT {
    private static final String FEATURES = "/tenants/acme/features";

    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @BeforeEach
    void aTenantWithFeatures(TestRealm realm) {
        tenancy = Tenancy.in(realm).openRealmDoor();
        tenancy.api()
                .body(Map.of(
                        "key",
                        "team",
                        "name",
                        "Team",
                        "limits",
                        Map.of("seats", 5),
                        "features",
                        Map.of("sso", false, "projects", 25),
                        "rollouts",
                        Map.of("projects", Map.of("percentage", 50, "by", "member"))))
                .post("/plans")
                .then()
                .statusCode(201);
        tenancy.tenant("acme", "team");
    }

    @Test
    void aTenantHasWhatItsPlanHas() {
        list().body("items.key", equalTo(List.of("projects", "sso")))
                .body("items.value", equalTo(List.of(25, false)))
                .body("items.source", equalTo(List.of("plan", "plan")))
                .body("items[0].rollout.percentage", equalTo(50))
                .body("items[0].rollout.by", equalTo("member"))
                .body("items[1].rollout", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "3", "2.5", "\"gold\"", "{\"days\":30,\"formats\":[\"pdf\",\"csv\"]}"})
    void anOverrideHoldsUntilItIsTakenBack(String value) {
        tenancy.api()
                .body("{\"value\":" + value + "}")
                .put(FEATURES + "/sso")
                .then()
                .statusCode(200)
                .body("key", equalTo("sso"))
                .body("source", equalTo("override"));

        assertThat(list().extract().asString()).contains("\"value\":" + value);
        tenancy.api().delete(FEATURES + "/sso").then().statusCode(204);
        list().body("items[1].value", equalTo(false)).body("items[1].source", equalTo("plan"));
        tenancy.api().delete(FEATURES + "/sso").then().statusCode(204);
    }

    @Test
    void anOverrideLeavesThePlansRollOutBehindUnlessItHasItsOwn() {
        put("projects", Map.of("value", 100)).statusCode(200).body("rollout", nullValue());

        put(
                        "projects",
                        Map.of(
                                "value",
                                100,
                                "rollout",
                                Map.of("percentage", 10, "from", "2030-01-01T00:00:00Z", "otherwise", 50)))
                .statusCode(200)
                .body("rollout.percentage", equalTo(10))
                .body("rollout.by", equalTo("tenant"))
                .body("rollout.from", equalTo("2030-01-01T00:00:00Z"))
                .body("rollout.otherwise", equalTo(50));

        tenancy.api().delete(FEATURES + "/projects").then().statusCode(204);
        list().body("items[0].rollout.percentage", equalTo(50));
    }

    @Test
    void aFeatureThatNoPlanHasIsTheTenantsAlone() {
        tenancy.tenant("beta", "team");

        put("early", Map.of("value", true)).statusCode(200);

        list().body("items.key", equalTo(List.of("early", "projects", "sso")));
        tenancy.api().get("/tenants/beta/features").then().body("items.key", not(hasItem("early")));
        tenancy.api().delete(FEATURES + "/early").then().statusCode(204);
        tenancy.api()
                .delete(FEATURES + "/early")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:keysteward:problem:not-found"));
    }

    @Test
    void theRestOfTheLicenseStaysAsItIs() {
        tenancy.api()
                .body(Map.of("plan", "team", "limits", Map.of("seats", 7), "expiresAt", "2031-01-01T00:00:00Z"))
                .put("/tenants/acme/license")
                .then()
                .statusCode(200);

        put("sso", Map.of("value", true)).statusCode(200);

        tenancy.api()
                .get("/tenants/acme/license")
                .then()
                .body("plan", equalTo("team"))
                .body("overrides.seats", equalTo(7))
                .body("expiresAt", equalTo("2031-01-01T00:00:00Z"))
                .body("featureOverrides", equalTo(Map.of("sso", true)));
    }

    @Test
    void whoIsNotTheFirstIsTold() {
        String read = list().extract().header("ETag");
        put("sso", Map.of("value", true)).statusCode(200);

        tenancy.api()
                .header("If-Match", read)
                .body(Map.of("value", false))
                .put(FEATURES + "/sso")
                .then()
                .statusCode(412);
        tenancy.api().header("If-Match", read).delete(FEATURES + "/sso").then().statusCode(412);
        String current = list().extract().header("ETag");
        tenancy.api()
                .header("If-Match", current)
                .body(Map.of("value", false))
                .put(FEATURES + "/sso")
                .then()
                .statusCode(200);
        // The license's tag is the same.
        tenancy.api()
                .header("If-Match", current)
                .body(Map.of("plan", "team"))
                .put("/tenants/acme/license")
                .then()
                .statusCode(412);
    }

    @Test
    void overridesThatComeAtOnceAllStay() {
        List<Callable<Response>> overrides = IntStream.range(0, 8)
                .<Callable<Response>>mapToObj(number ->
                        () -> tenancy.api().body(Map.of("value", number)).put(FEATURES + "/feature-" + number))
                .toList();

        assertThat(Crowd.atOnce(overrides)).extracting(Response::statusCode).containsOnly(200);
        list().body("items.size()", equalTo(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"value\":null}",
                "{\"value\":[1]}",
                "{\"value\":true,\"rollout\":{\"percentage\":101}}",
                "{\"value\":true,\"rollout\":{\"by\":\"country\"}}",
                "{\"value\":true,\"rollout\":{\"otherwise\":[1]}}",
                "{\"value\":true,\"rollout\":{\"from\":\"tomorrow\"}}",
                "{\"value\":true,\"variant\":\"on\"}"
            })
    void whatIsNoFeatureIsRefused(String body) {
        tenancy.api().body(body).put(FEATURES + "/sso").then().statusCode(422);
    }

    @Test
    void aNameHasAnEnd() {
        put("x".repeat(101), Map.of("value", true)).statusCode(422);
    }

    @Test
    void everyMemberSeesTheFeaturesAndNoneChangesThem() {
        for (var role : List.of("viewer", "member", "admin", "owner")) {
            var user = tenancy.member("acme", role, role);

            tenancy.as(user).get(FEATURES).then().statusCode(200).body("items.size()", equalTo(2));
            tenancy.as(user)
                    .body(Map.of("value", true))
                    .put(FEATURES + "/sso")
                    .then()
                    .statusCode(403)
                    .body("permission", equalTo("features.manage"));
            tenancy.as(user).delete(FEATURES + "/sso").then().statusCode(403);
        }
    }

    @Test
    void ofTheRealmsRolesOneChangesAndTwoDoNot() {
        var viewer = tenancy.realm().createAdministrator("viewer", "keysteward-viewer");
        var auditor = tenancy.realm().createAdministrator("auditor", "keysteward-auditor");

        tenancy.as(viewer).get(FEATURES).then().statusCode(200);
        tenancy.as(viewer)
                .body(Map.of("value", true))
                .put(FEATURES + "/sso")
                .then()
                .statusCode(403);
        tenancy.as(auditor).get(FEATURES).then().statusCode(403);
    }

    private ValidatableResponse list() {
        return tenancy.api().get(FEATURES).then().statusCode(200);
    }

    private ValidatableResponse put(String key, Map<String, Object> body) {
        return tenancy.api().body(body).put(FEATURES + "/" + key).then();
    }
}

package org.keysteward.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Statements;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** The protocol itself, as <a href="https://github.com/open-feature/protocol">its specification</a> has it. */
@KeycloakTest
class OfrepIT {
    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, Object> ACME = Map.of("tenant", "acme");

    @SuppressWarnings("NullAway.Init")
    private FeatureFlags flags;

    @SuppressWarnings("NullAway.Init")
    private TestUser alice;

    @BeforeEach
    void aliceInAcme(TestRealm realm) {
        flags = FeatureFlags.in(realm);
        flags.tenancy().tenant("acme", "team");
        alice = flags.tenancy().member("acme", "alice", "viewer");
    }

    @Test
    void aFlagHasItsValueAReasonAndAVariant() {
        var token = flags.token(alice);

        assertThat(body(flags.evaluate(token, "sso", NOTHING), 200))
                .isEqualTo(Map.of("key", "sso", "value", true, "reason", "STATIC", "variant", "on"));
        assertThat(body(flags.evaluate(token, "legacy", NOTHING), 200))
                .isEqualTo(Map.of("key", "legacy", "value", false, "reason", "STATIC", "variant", "off"));
        assertThat(body(flags.evaluate(token, "projects", NOTHING), 200))
                .isEqualTo(Map.of("key", "projects", "value", 25, "reason", "STATIC", "variant", "default"));
        assertThat(body(flags.evaluate(token, "discount", NOTHING), 200)).containsEntry("value", 2.5f);
        assertThat(body(flags.evaluate(token, "tier", NOTHING), 200)).containsEntry("value", "gold");
        assertThat(body(flags.evaluate(token, "export", NOTHING), 200)).containsEntry("value", Map.of("days", 30));
    }

    @Test
    void anUnknownFlagIsNotFound() {
        Map<String, Object> body = body(flags.evaluate(flags.token(alice), "unheard-of", NOTHING), 404);

        assertThat(body)
                .containsOnlyKeys("key", "errorCode", "errorDetails")
                .containsEntry("key", "unheard-of")
                .containsEntry("errorCode", "FLAG_NOT_FOUND");
    }

    @Test
    void allFlagsComeAtOnceAndByName() {
        Response answer = flags.evaluateAll(flags.token(alice), NOTHING);

        answer.then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .body("flags.key", equalTo(List.of("discount", "export", "legacy", "projects", "sso", "tier")))
                .body("flags.find { it.key == 'tier' }.value", equalTo("gold"))
                .body("metadata.tenant", equalTo("acme"));
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        var token = flags.token(alice);
        String tag = flags.evaluateAll(token, NOTHING).header("ETag");

        Response unchanged = flags.ofrep(token)
                .header("If-None-Match", tag)
                .body(Map.of("context", NOTHING))
                .post("/evaluate/flags");
        unchanged.then().statusCode(304).header("ETag", equalTo(tag));
        assertThat(unchanged.asString()).isEmpty();

        flags.tenancy()
                .api()
                .body(Map.of("value", false))
                .put("/tenants/acme/features/sso")
                .then()
                .statusCode(200);
        flags.ofrep(token)
                .header("If-None-Match", "W/\"other\", " + tag)
                .body(Map.of("context", NOTHING))
                .post("/evaluate/flags")
                .then()
                .statusCode(200)
                .body("flags.find { it.key == 'sso' }.value", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"context\"", "{\"context\":{},\"context\":{}}"})
    void whatIsNoJsonObjectCannotBeParsed(String body) {
        var token = flags.token(alice);

        flags.ofrep(token)
                .body(body)
                .post("/evaluate/flags/sso")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/json"))
                .body("key", equalTo("sso"))
                .body("errorCode", equalTo("PARSE_ERROR"));
        flags.ofrep(token)
                .body(body)
                .post("/evaluate/flags")
                .then()
                .statusCode(400)
                .body("key", nullValue())
                .body("errorCode", equalTo("PARSE_ERROR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"context\":null}",
                "{\"context\":[]}",
                "{\"context\":{\"tenant\":1}}",
                "{\"context\":{\"targetingKey\":{}}}"
            })
    void withoutAContextNothingIsEvaluated(String body) {
        flags.ofrep(flags.token(alice))
                .body(body)
                .post("/evaluate/flags/sso")
                .then()
                .statusCode(400)
                .body("key", equalTo("sso"))
                .body("errorCode", equalTo("INVALID_CONTEXT"));
    }

    @Test
    void aContextMaySayMoreThanIsAskedFor() {
        var context = Map.<String, Object>of(
                "targetingKey", "somebody", "email", "a@example.org", "nested", Map.of("list", List.of(1, 2)));

        flags.evaluate(flags.token(alice), "sso", context).then().statusCode(200);
    }

    @Test
    void aBodyHasBounds() {
        var token = flags.token(alice);
        var deep = "{\"context\":" + "{\"a\":".repeat(100) + "1" + "}".repeat(101);

        flags.ofrep(token).body(deep).post("/evaluate/flags").then().statusCode(413);
        flags.evaluateAll(token, Map.of("text", "x".repeat(1_100_000)))
                .then()
                .statusCode(413)
                .contentType(startsWith("application/problem+json"));
    }

    @Test
    void theTenantIsTheOneThatIsNamedOrTheOnlyOne() {
        flags.tenancy().tenant("beta", "team");
        flags.tenancy()
                .api()
                .body(Map.of("value", "silver"))
                .put("/tenants/beta/features/tier")
                .then()
                .statusCode(200);
        tier(flags.token(alice), NOTHING, "gold");

        flags.tenancy().add("beta", alice, "viewer").then().statusCode(201);
        var ofTwo = flags.token(alice);

        flags.evaluate(ofTwo, "tier", NOTHING)
                .then()
                .statusCode(400)
                .body("errorCode", equalTo("INVALID_CONTEXT"))
                .body("errorDetails", containsString("tenant"));
        tier(ofTwo, ACME, "gold");
        tier(ofTwo, Map.of("tenant", "beta"), "silver");
        // The organization that the token was issued for; what the context names goes before it.
        var ofBeta = flags.token(alice, "organization:beta");
        tier(ofBeta, NOTHING, "silver");
        tier(ofBeta, ACME, "gold");
        flags.evaluate(flags.token(alice, "organization:*"), "tier", NOTHING)
                .then()
                .statusCode(400);
    }

    @Test
    void anotherTenantAnswersAsIfItWereNotThere() {
        flags.tenancy().tenant("beta", "team");
        var token = flags.token(alice);

        for (var path : List.of("/evaluate/flags", "/evaluate/flags/sso")) {
            Response there = flags.ofrep(token)
                    .body(Map.of("context", Map.of("tenant", "beta")))
                    .post(path);
            Response nowhere = flags.ofrep(token)
                    .body(Map.of("context", Map.of("tenant", "no-such-tenant")))
                    .post(path);

            assertThat(there.statusCode()).isEqualTo(400);
            assertThat(there.asString()).isEqualTo(nowhere.asString()).contains("INVALID_CONTEXT");
        }
    }

    @Test
    void whoIsInNoTenantHasNoFlags() {
        var stranger = flags.tenancy().realm().createUser("stranger");

        flags.evaluateAll(flags.token(stranger), NOTHING)
                .then()
                .statusCode(400)
                .body("errorCode", equalTo("INVALID_CONTEXT"));
    }

    @Test
    void onlyATokenForTheApiIsTaken() {
        flags.evaluateAll(alice.signIn().access(), NOTHING)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType(startsWith("application/problem+json"));
        flags.evaluateAll("nonsense", NOTHING).then().statusCode(401);
        var auditor = flags.tenancy().realm().createAdministrator("auditor", "keysteward-auditor");
        flags.evaluateAll(flags.token(auditor), ACME)
                .then()
                .statusCode(403)
                .body("permission", equalTo("features.read"));
    }

    @Test
    void besideTheProtocolThereIsNothing() {
        var token = flags.token(alice);

        flags.ofrep(token).get("/evaluate/flags").then().statusCode(405).contentType("application/problem+json");
        flags.ofrep(token).post("/configuration").then().statusCode(404).contentType("application/problem+json");
        var door = "/realms/" + flags.tenancy().realm().name() + "/keysteward";
        flags.ofrep(token)
                .basePath(door)
                .post("/ofrep/v2/evaluate/flags")
                .then()
                .statusCode(404);
        flags.ofrep(token)
                .basePath(door)
                .post("/v1/ofrep/evaluate/flags")
                .then()
                .statusCode(404);
        flags.ofrep(token)
                .contentType("text/plain")
                .body("{}")
                .post("/evaluate/flags")
                .then()
                .statusCode(415);
        flags.tenancy()
                .realm()
                .adminDoor()
                .basePath("/admin" + door)
                .body(Map.of("context", ACME))
                .post("/ofrep/v1/evaluate/flags")
                .then()
                .statusCode(404);
    }

    @Test
    void aBrowserMayAsk() {
        flags.tenancy()
                .realm()
                .anonymously()
                .header("Origin", "http://localhost")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, content-type, if-none-match")
                .options("/keysteward/ofrep/v1/evaluate/flags")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", containsString("POST"));
        flags.ofrep(flags.token(alice))
                .header("Origin", "http://localhost")
                .body(Map.of("context", NOTHING))
                .post("/evaluate/flags")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "http://localhost")
                .header("Access-Control-Expose-Headers", containsString("ETag"));
    }

    @Test
    void aMembersPlaceInARollOutIsTheirOwn() {
        flags.rollOut(Map.of("sso", Map.of("percentage", 50, "by", "member"), "projects", someMembersOr(10)));
        var token = flags.token(alice);
        Map<String, Object> own = body(flags.evaluate(token, "sso", NOTHING), 200);

        assertThat(own).containsEntry("reason", "SPLIT");
        for (var i = 0; i < 10; i++) {
            assertThat(body(flags.evaluate(token, "sso", Map.of("targetingKey", "another-" + i)), 200))
                    .isEqualTo(own);
        }
    }

    @Test
    void anApplicationAsksForOneMemberAfterTheOther() {
        flags.rollOut(Map.of("sso", Map.of("percentage", 50, "by", "member"), "projects", someMembersOr(10)));
        var token = flags.serviceToken();
        var given = IntStream.range(0, 40)
                .filter(number -> flags.evaluate(token, "sso", member("member-" + number))
                        .jsonPath()
                        .getBoolean("value"))
                .count();

        assertThat(given).isBetween(8L, 32L);
        // What the application is told of alice is what alice is told.
        var asAlice = flags.token(alice);
        assertThat(body(flags.evaluate(token, "sso", member(alice.id())), 200))
                .isEqualTo(body(flags.evaluate(asAlice, "sso", NOTHING), 200));
        assertThat(List.of(10, 25)).contains(projects(flags.evaluateAll(asAlice, NOTHING)));
    }

    @Test
    void whoAsksForNobodyIsToldWhenSomebodyIsNeeded() {
        flags.rollOut(Map.of("sso", Map.of("percentage", 100, "by", "member")));
        var token = flags.serviceToken();

        assertThat(body(flags.evaluate(token, "sso", ACME), 400))
                .containsEntry("key", "sso")
                .containsEntry("errorCode", "TARGETING_KEY_MISSING");
        flags.evaluateAll(token, ACME)
                .then()
                .statusCode(200)
                .body("flags.find { it.key == 'sso' }.errorCode", equalTo("TARGETING_KEY_MISSING"))
                .body("flags.find { it.key == 'sso' }.value", nullValue())
                .body("flags.find { it.key == 'tier' }.value", equalTo("gold"));
    }

    @Test
    void aFeatureHasItsTime() {
        flags.rollOut(Map.of(
                "sso", Map.of("from", "2999-01-01T00:00:00Z"),
                "tier", Map.of("from", "2999-01-01T00:00:00Z"),
                "projects", Map.of("until", "2020-01-01T00:00:00Z", "otherwise", 5),
                "export", Map.of("from", "2020-01-01T00:00:00Z")));
        var token = flags.token(alice);

        assertThat(body(flags.evaluate(token, "sso", NOTHING), 200))
                .isEqualTo(Map.of("key", "sso", "value", false, "reason", "TARGETING_MATCH", "variant", "off"));
        assertThat(body(flags.evaluate(token, "tier", NOTHING), 200))
                .isEqualTo(Map.of("key", "tier", "reason", "TARGETING_MATCH", "variant", "off"));
        assertThat(body(flags.evaluate(token, "projects", NOTHING), 200))
                .isEqualTo(Map.of("key", "projects", "value", 5, "reason", "TARGETING_MATCH", "variant", "otherwise"));
        assertThat(body(flags.evaluate(token, "export", NOTHING), 200)).containsEntry("variant", "default");
    }

    @Test
    void aSuspendedLicenseGivesNothing() {
        var administrator = flags.tenancy().realm().createAdministrator("boss", "keysteward-admin");
        var token = flags.token(administrator);
        flags.tenancy()
                .api()
                .body(Map.of("reason", "unpaid"))
                .post("/tenants/acme/license/suspend")
                .then()
                .statusCode(200);

        assertThat(body(flags.evaluate(token, "sso", ACME), 200))
                .isEqualTo(Map.of("key", "sso", "value", false, "reason", "DISABLED", "variant", "off"));
        assertThat(body(flags.evaluate(token, "tier", ACME), 200))
                .isEqualTo(Map.of("key", "tier", "reason", "DISABLED", "variant", "off"));

        flags.tenancy().api().post("/tenants/acme/license/resume").then().statusCode(200);
        assertThat(body(flags.evaluate(token, "sso", ACME), 200)).containsEntry("value", true);
    }

    @Test
    void aRequestReadsItsLicenseWithThreeStatementsAtMost(Statements statements) {
        flags.tenancy().tenant("beta", null);
        flags.tenancy().defaultPlan("team");
        var bob = flags.tenancy().member("beta", "bob", "viewer");
        var named = flags.token(alice);
        var found = flags.token(bob);

        var byName =
                statements.of(() -> flags.evaluate(named, "sso", ACME).then().statusCode(200));
        var bulk = statements.of(() -> flags.evaluateAll(named, ACME).then().statusCode(200));
        var only = statements.of(() -> flags.evaluateAll(found, NOTHING).then().statusCode(200));

        for (var log : List.of(byName, bulk, only)) {
            assertThat(log.statements())
                    .filteredOn(statement -> statement.toLowerCase(Locale.ROOT).contains("ks_"))
                    .as(log.toString())
                    .hasSizeLessThanOrEqualTo(3);
        }
        // What Keycloak itself loads or has in its caches is none of ours.
        assertThat(bulk.mentioning("ks_").count())
                .as(bulk.toString())
                .isEqualTo(byName.mentioning("ks_").count());
    }

    private void tier(String token, Map<String, Object> context, String expected) {
        flags.evaluate(token, "tier", context).then().statusCode(200).body("value", equalTo(expected));
    }

    private static Map<String, Object> member(String id) {
        return Map.of("tenant", "acme", "targetingKey", id);
    }

    private static Map<String, Object> someMembersOr(int otherwise) {
        return Map.of("percentage", 50, "by", "member", "otherwise", otherwise);
    }

    private static int projects(Response bulk) {
        return bulk.jsonPath().getInt("flags.find { it.key == 'projects' }.value");
    }

    private static Map<String, Object> body(Response answer, int status) {
        JsonPath body = answer.then()
                .statusCode(status)
                .contentType(startsWith("application/json"))
                .extract()
                .jsonPath();
        return body.getMap("");
    }
}

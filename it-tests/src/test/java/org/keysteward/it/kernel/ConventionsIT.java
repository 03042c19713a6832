package org.keysteward.it.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.tenants.Crowd;
import org.keysteward.it.tenants.Tenancy;

/** Problems, conditions, repeats and pages. */
@KeycloakTest
class ConventionsIT {
    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @BeforeEach
    void realm(TestRealm realm) {
        tenancy = Tenancy.in(realm);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"key":"a"                                       | 400 | malformed-request |
                    {"key":"a","key":"b"}                            | 400 | malformed-request |
                    []                                               | 422 | invalid-field     |
                    null                                             | 422 | invalid-field     |
                    {"name":"A"}                                     | 422 | invalid-field     | /key
                    {"key":"A B","name":"A"}                         | 422 | invalid-field     | /key
                    {"key":"../etc","name":"A"}                      | 422 | invalid-field     | /key
                    {"key":"a","name":" "}                           | 422 | invalid-field     | /name
                    {"key":"a","name":"A","colour":1}                | 422 | invalid-field     | /colour
                    {"key":"a","name":"A","limits":{"seats":-1}}     | 422 | invalid-field     | /limits/seats
                    {"key":"a","name":"A","limits":{"seats":1.5}}    | 422 | invalid-field     | /limits/seats
                    {"key":"a","name":"A","limits":{"seats":"3"}}    | 422 | invalid-field     | /limits/seats
                    {"key":"a","name":"A","limits":{"seats":null}}   | 422 | invalid-field     | /limits/seats
                    {"key":"a","name":"A","limits":{"chairs":3}}     | 422 | invalid-field     | /limits/chairs
                    {"key":"a","name":"A","features":{"x":null}}     | 422 | invalid-field     | /features/x
                    """)
    void aBadBodyIsRefusedWithAPointer(String body, int status, String problem, String pointer) {
        var answer = tenancy.api().body(body).post("/plans").then();

        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:keysteward:problem:" + problem))
                .body("requestId", notNullValue());
        if (pointer != null) {
            answer.body("errors.pointer", equalTo(List.of(pointer)));
        }
        tenancy.api().get("/plans").then().body("items.size()", equalTo(0));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        tenancy.api()
                .body(Map.of("key", "!", "name", "", "limits", Map.of("seats", -1)))
                .post("/plans")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/key", "/name", "/limits/seats")));
    }

    @Test
    void anOversizedBodyIsNotRead() {
        tenancy.api()
                .body("{\"key\":\"a\",\"name\":\"" + "x".repeat(2_000_000) + "\"}")
                .post("/plans")
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:keysteward:problem:too-large"));
    }

    @Test
    void aDeeplyNestedBodyIsNotRead() {
        var deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);

        tenancy.api()
                .body("{\"key\":\"a\",\"name\":\"A\",\"features\":" + deep + "}")
                .post("/plans")
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:keysteward:problem:too-large"));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        tenancy.api()
                .contentType(ContentType.XML)
                .body("<plan/>")
                .post("/plans")
                .then()
                .statusCode(415)
                .body("type", equalTo("urn:keysteward:problem:unsupported-media-type"));
    }

    @ParameterizedTest
    @CsvSource({"/nothing", "/plans/a/b", "/tenants/acme/nothing"})
    void anUnknownPathIsAProblemToo(String path) {
        tenancy.api().get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void anUnknownMethodIsAProblemToo() {
        tenancy.api().patch("/plans").then().statusCode(405).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"limit,0", "limit,1001", "limit,many", "cursor,AAAA", "cursor,!!"})
    void aBadQueryParameterIsNamed(String parameter, String value) {
        tenancy.api()
                .queryParam(parameter, value)
                .get("/plans")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("?" + parameter)));
    }

    @Test
    void theCallersRequestIdComesBack() {
        tenancy.api()
                .header("X-Request-Id", "edge-42")
                .get("/plans/none")
                .then()
                .statusCode(404)
                .header("X-Request-Id", "edge-42")
                .body("requestId", equalTo("edge-42"));
    }

    @Test
    void aRequestIdThatMayNotBeLoggedIsReplaced() {
        tenancy.api()
                .header("X-Request-Id", "<script>")
                .get("/plans")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f-]{17}"));
    }

    @Test
    void aStaleChangeIsRefused() {
        tenancy.plan("team", 3);
        String read = tenancy.api().get("/plans/team").header("ETag");
        var content = Map.of("name", "Renamed");
        tenancy.api()
                .header("If-Match", read)
                .body(content)
                .put("/plans/team")
                .then()
                .statusCode(200);

        tenancy.api()
                .header("If-Match", read)
                .body(Map.of("name", "Renamed by somebody who has not seen it"))
                .put("/plans/team")
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:keysteward:problem:stale"));

        tenancy.api().get("/plans/team").then().body("name", equalTo("Renamed"));
    }

    @Test
    void aRepeatedRequestHappensOnce() {
        var body = Map.of("alias", "acme", "name", "Acme");

        Response first =
                tenancy.api().header("Idempotency-Key", "a-key").body(body).post("/tenants");
        Response again =
                tenancy.api().header("Idempotency-Key", "a-key").body(body).post("/tenants");

        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.jsonPath().<String>get("id"))
                .isEqualTo(first.jsonPath().get("id"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void aRequestRepeatedAtTheSameMomentHappensOnce() {
        var body = Map.of("alias", "acme", "name", "Acme");

        List<Response> answers = Crowd.atOnce(Collections.<Callable<Response>>nCopies(
                8,
                () -> tenancy.api()
                        .header("Idempotency-Key", "a-key")
                        .body(body)
                        .post("/tenants")));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.jsonPath().<String>get("id"))
                .containsOnly(answers.get(0).jsonPath().<String>get("id"));
    }

    @Test
    void aKeyThatWasUsedForAnotherRequestIsRefused() {
        tenancy.api()
                .header("Idempotency-Key", "a-key")
                .body(Map.of("alias", "acme", "name", "Acme"))
                .post("/tenants")
                .then()
                .statusCode(201);

        tenancy.api()
                .header("Idempotency-Key", "a-key")
                .body(Map.of("alias", "beta", "name", "Beta"))
                .post("/tenants")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:keysteward:problem:idempotency-key-reused"));
    }

    @Test
    void aFailedRequestMayBeRepeatedUnderItsKey() {
        tenancy.api()
                .header("Idempotency-Key", "a-key")
                .body(Map.of("alias", "acme", "name", "Acme", "plan", "none-yet"))
                .post("/tenants")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/plan")));
        tenancy.api().get("/tenants/acme").then().statusCode(404);
        tenancy.plan("none-yet", 1);

        tenancy.api()
                .header("Idempotency-Key", "a-key")
                .body(Map.of("alias", "acme", "name", "Acme", "plan", "none-yet"))
                .post("/tenants")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
    }

    @Test
    void aListIsReadPageByPage() {
        for (int i = 0; i < 7; i++) {
            tenancy.plan("plan-" + i, i);
        }

        List<String> keys = new ArrayList<>();
        String cursor = null;
        do {
            var request = tenancy.api().queryParam("limit", 3);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/plans")
                    .jsonPath();
            keys.addAll(page.getList("items.key"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(keys).containsExactly("plan-0", "plan-1", "plan-2", "plan-3", "plan-4", "plan-5", "plan-6");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        tenancy.plan("a", 1).plan("b", 1);
        String cursor =
                tenancy.api().queryParam("limit", 1).get("/plans").jsonPath().getString("nextCursor");

        tenancy.api()
                .queryParam("cursor", cursor)
                .get("/tenants")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:keysteward:problem:invalid-cursor"));
    }

    @Test
    void answersCarrySecurityHeadersAndNoErrorTellsOfTheInside() {
        tenancy.api()
                .get("/plans/none")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .body(not(containsString("org.keysteward")));
    }

    @Test
    void theApiDescribesItself() {
        tenancy.realm()
                .anonymously()
                .get("/keysteward/v1/openapi.json")
                .then()
                .statusCode(200)
                .body("openapi", equalTo("3.1.0"))
                .body("paths.size()", greaterThan(5));
    }
}

package org.keysteward.it.roles;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.keysteward.it.roles.Composition.assignment;
import static org.keysteward.it.roles.Composition.role;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.it.harness.KeycloakTest;

/** What is wrong with a request is named. */
@KeycloakTest
class RoleInputIT extends AcmeRoles {
    static Stream<Arguments> badInput() {
        return Stream.of(
                Arguments.of("roles", role("Editor", 1, List.of()), 422, "/key"),
                Arguments.of("roles", role("editor", 40, List.of()), 422, "/rank"),
                Arguments.of("roles", role("editor", -1, List.of()), 422, "/rank"),
                Arguments.of("roles", role("editor", 1, List.of("journeys.*.read")), 422, "/grants/0"),
                Arguments.of("roles", role("editor", 1, List.of("journeys.read", "journeys.fly")), 422, "/grants/1"),
                Arguments.of("roles", role("editor", 1, List.of("plans.manage")), 422, "/grants/0"),
                Arguments.of("roles", role("editor", 1, List.of("Journeys.read")), 422, "/grants/0"),
                Arguments.of("roles", role("editor", 1, List.of(), "of-beta"), 422, "/parents/0"),
                Arguments.of(
                        "assignments",
                        Map.of("principal", Map.of("type", "robot", "id", "x"), "role", "viewer"),
                        422,
                        "/principal/type"),
                Arguments.of(
                        "assignments",
                        Map.of("principal", Map.of("type", "user", "id", "nobody"), "role", "viewer"),
                        422,
                        "/principal/id"),
                Arguments.of("assignments", withSource("idp", "By hand"), 422, "/source"),
                Arguments.of("assignments", withSource("Request", "Request 4711"), 422, "/source"),
                Arguments.of("assignments", withSource("request", ""), 422, "/reason"),
                Arguments.of("assignments", withSource("request", " "), 422, "/reason"),
                Arguments.of(
                        "separation-of-duty",
                        Map.of("key", "s", "name", "S", "roles", List.of("viewer"), "max", 1),
                        422,
                        "/roles"),
                Arguments.of(
                        "assignment-rules",
                        Map.of(
                                "key",
                                "r",
                                "name",
                                "R",
                                "role",
                                "viewer",
                                "when",
                                Map.of("any", List.of(Map.of("colour", "red")))),
                        422,
                        "/when/any/0/colour"),
                Arguments.of(
                        "role-mappings", Map.of("source", "idp", "group", "a*b", "role", "viewer"), 422, "/group"));
    }

    private static Map<String, Object> withSource(String source, String reason) {
        Map<String, Object> assignment = assignment("user", "nobody", "viewer");
        assignment.put("source", source);
        assignment.put("reason", reason);
        return assignment;
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void badInputIsNamed(String path, Map<String, Object> body, int status, String pointer) {
        roles.makeRole("beta", "of-beta", 1, List.of());

        roles.as(owner)
                .body(body)
                .post("/tenants/acme/" + path)
                .then()
                .statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("errors.pointer", hasItem(pointer));

        roles.as(owner).get("/tenants/acme/" + path).then().body("items.findAll { it.key == 'editor' }", empty());
    }

    @Test
    void moreThanAThousandQuestionsAreTooMany() {
        Map<String, Object> question = Map.of("tenant", "acme", "permission", "journeys.read");

        roles.as(ann)
                .body(Collections.nCopies(1000, question))
                .post("/check")
                .then()
                .statusCode(200)
                .body("size()", equalTo(1000));
        roles.as(ann)
                .body(Collections.nCopies(1001, question))
                .post("/check")
                .then()
                .statusCode(422);
        roles.as(ann)
                .body(List.of(question, Map.of("tenant", "acme", "permission", "journeys.*")))
                .post("/check")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/1/permission"));
        roles.as(ann)
                .body(Map.of("tenant", "acme", "permision", "journeys.read"))
                .post("/check")
                .then()
                .statusCode(422);
    }
}

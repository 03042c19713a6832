package org.keysteward.it.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tenancy;

/**
 * Nothing of one tenant is reached by the owner of another. The walk is made from the OpenAPI document, so that no
 * operation that comes later escapes it.
 */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationIT {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** An operation of the API. */
    private record Operation(String method, String path, boolean ofAProtocol) {
        boolean isAboutATenant() {
            return path.startsWith("/tenants/{tenant}");
        }

        Response call(RequestSpecification caller, String tenant, String user) {
            String filled = path.replace("{tenant}", tenant).replaceAll("\\{[^}]+}", user);
            var request = method.equals("get") || method.equals("delete") ? caller : caller.body(Map.of());
            return request.request(method.toUpperCase(Locale.ROOT), filled);
        }
    }

    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @SuppressWarnings("NullAway.Init")
    private TestUser ownerOfBeta;

    @SuppressWarnings("NullAway.Init")
    private TestUser ownerOfAcme;

    @BeforeAll
    void twoTenants(TestRealm realm) {
        tenancy = Tenancy.in(realm).plan("team", 5).openRealmDoor();
        tenancy.tenant("acme", "team");
        tenancy.tenant("beta", "team");
        ownerOfAcme = tenancy.member("acme", "acme-owner", "owner");
        ownerOfBeta = tenancy.member("beta", "beta-owner", "owner");
    }

    @TestFactory
    Stream<DynamicTest> anotherTenantAnswersAsIfItWereNotThere() {
        return operations().stream()
                .filter(Operation::isAboutATenant)
                .map(operation -> DynamicTest.dynamicTest(operation.method() + " " + operation.path(), () -> {
                    Response there = operation.call(tenancy.as(ownerOfBeta), "acme", ownerOfAcme.id());
                    Response nowhere = operation.call(tenancy.as(ownerOfBeta), "no-such-tenant", ownerOfAcme.id());

                    assertThat(there.statusCode()).isEqualTo(404);
                    assertThat(withoutRequestId(there)).isEqualTo(withoutRequestId(nowhere));
                }));
    }

    @TestFactory
    Stream<DynamicTest> theRealmsOwnResourcesAreRefusedOrNarrowed() {
        return operations().stream()
                .filter(operation -> !operation.isAboutATenant() && !operation.ofAProtocol())
                .filter(operation -> !operation.path().equals("/openapi.json"))
                .map(operation -> DynamicTest.dynamicTest(operation.method() + " " + operation.path(), () -> {
                    Response answer = operation.call(tenancy.as(ownerOfBeta), "acme", ownerOfAcme.id());

                    // A body is looked at before the permission, so an empty one may be refused for itself.
                    assertThat(answer.statusCode()).isIn(200, 403, 422);
                    assertThat(answer.asString()).doesNotContain("acme");
                }));
    }

    @TestFactory
    Stream<DynamicTest> withoutATokenEveryOperationIsRefused() {
        return operations().stream()
                .filter(operation -> !operation.path().equals("/openapi.json"))
                .map(operation -> DynamicTest.dynamicTest(operation.method() + " " + operation.path(), () -> {
                    var nobody = tenancy.realm()
                            .anonymously()
                            .contentType("application/json")
                            .basePath("/realms/" + tenancy.realm().name() + "/keysteward"
                                    + (operation.ofAProtocol() ? "" : "/v1"));

                    assertThat(operation.call(nobody, "acme", ownerOfAcme.id()).statusCode())
                            .isEqualTo(401);
                }));
    }

    @Test
    void aListShowsTheCallersTenantsOnly() {
        tenancy.as(ownerOfBeta).get("/tenants").then().statusCode(200).body("items.alias", equalTo(List.of("beta")));
        tenancy.as(ownerOfBeta)
                .queryParam("search", "acme")
                .get("/tenants")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void aCursorOfAnotherCallersListIsRefused() {
        tenancy.tenant("gamma", "team");
        tenancy.add("gamma", ownerOfAcme, "owner").then().statusCode(201);
        String cursorOfAll =
                tenancy.api().queryParam("limit", 1).get("/tenants").path("nextCursor");

        tenancy.as(ownerOfBeta)
                .queryParam("cursor", cursorOfAll)
                .get("/tenants")
                .then()
                .statusCode(422);
    }

    private List<Operation> operations() {
        JsonPath document =
                tenancy.realm().anonymously().get("/keysteward/v1/openapi.json").jsonPath();
        List<Operation> operations = new ArrayList<>();
        document.<String, Map<String, Object>>getMap("paths")
                .forEach((path, item) -> item.keySet().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> operations.add(new Operation(method, path, isOfAProtocol(item)))));
        assertThat(operations).hasSizeGreaterThan(10);
        return operations;
    }

    /** Protocols are mounted beside the API; what they tell of tenants is tested with each of them. */
    private static boolean isOfAProtocol(Map<String, Object> item) {
        return item.getOrDefault("servers", List.of()) instanceof List<?> servers
                && servers.stream()
                        .anyMatch(server -> server instanceof Map<?, ?> one
                                && String.valueOf(one.get("url")).endsWith("/keysteward"));
    }

    private static Map<String, Object> withoutRequestId(Response response) {
        Map<String, Object> body = response.jsonPath().getMap("");
        body.remove("requestId");
        return body;
    }
}

package org.keysteward.it.roles;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tenancy;

/** A realm whose application has registered permissions, with the tenants {@code acme} and {@code beta}. */
final class Composition {
    static final List<String> PERMISSIONS = List.of(
            "journeys.read",
            "journeys.publish",
            "journeys.archive",
            "journeys.drafts.edit",
            "billing.read",
            "billing.refund");

    private final Tenancy tenancy;

    private Composition(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    static Composition in(TestRealm realm) {
        Tenancy tenancy = Tenancy.in(realm).openRealmDoor();
        tenancy.tenant("acme", null);
        tenancy.tenant("beta", null);
        var composition = new Composition(tenancy);
        composition.register(PERMISSIONS).then().statusCode(200);
        return composition;
    }

    Composition seenFrom(Keycloak node) {
        return new Composition(tenancy.seenFrom(node));
    }

    String realmId() {
        return realm().admin().get().then().statusCode(200).extract().path("id");
    }

    Tenancy tenancy() {
        return tenancy;
    }

    TestRealm realm() {
        return tenancy.realm();
    }

    RequestSpecification api() {
        return tenancy.api();
    }

    RequestSpecification as(TestUser user) {
        return tenancy.as(user);
    }

    Response register(List<String> keys) {
        return api().body(Map.of(
                        "permissions",
                        keys.stream()
                                .map(key -> Map.of(
                                        "key", key, "description", "May " + key, "group", key.split("\\.", -1)[0]))
                                .toList()))
                .post("/permissions");
    }

    static Map<String, Object> role(String key, int rank, List<String> grants, String... parents) {
        return new HashMap<>(
                Map.of("key", key, "name", "Role " + key, "rank", rank, "grants", grants, "parents", List.of(parents)));
    }

    /** Makes a role in the tenant, as the realm's administrator. */
    void makeRole(String tenant, String key, int rank, List<String> grants, String... parents) {
        api().body(role(key, rank, grants, parents))
                .post("/tenants/" + tenant + "/roles")
                .then()
                .statusCode(201);
    }

    static Map<String, Object> assignment(TestUser user, String role) {
        return assignment("user", user.id(), role);
    }

    static Map<String, Object> assignment(String type, String id, String role) {
        return new HashMap<>(Map.of("principal", Map.of("type", type, "id", id), "role", role));
    }

    /** Assigns a role, as the realm's administrator; the assignment's id. */
    String assign(String tenant, TestUser user, String role) {
        return assign(tenant, assignment(user, role));
    }

    String assign(String tenant, Map<String, Object> assignment) {
        return api().body(assignment)
                .post("/tenants/" + tenant + "/assignments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Makes a group of the realm; its id. */
    String realmGroup(String name) {
        String location = realm().admin()
                .body(Map.of("name", name))
                .post("/groups")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    void joinRealmGroup(TestUser user, String group) {
        realm().admin().put("/users/" + user.id() + "/groups/" + group).then().statusCode(204);
    }

    void leaveRealmGroup(TestUser user, String group) {
        realm().admin()
                .delete("/users/" + user.id() + "/groups/" + group)
                .then()
                .statusCode(204);
    }

    /** Whether the realm's administrator is told that the user may. */
    boolean may(TestUser user, String tenant, String permission, String... path) {
        Map<String, Object> question =
                new HashMap<>(Map.of("tenant", tenant, "permission", permission, "subject", user.id()));
        Stream.of(path).forEach(one -> question.put("path", one));
        return api().body(question)
                .post("/check")
                .then()
                .statusCode(200)
                .extract()
                .path("allowed");
    }
}

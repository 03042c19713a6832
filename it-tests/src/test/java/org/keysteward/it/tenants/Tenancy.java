package org.keysteward.it.tenants;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** A realm with plans and tenants, made as an administrator makes them. */
public final class Tenancy {
    /** The client scope that puts {@code keysteward} into a token's audience. */
    public static final String SCOPE = "keysteward";

    private final TestRealm realm;

    private Tenancy(TestRealm realm) {
        this.realm = realm;
    }

    public static Tenancy in(TestRealm realm) {
        return new Tenancy(realm);
    }

    public TestRealm realm() {
        return realm;
    }

    public Tenancy seenFrom(Keycloak node) {
        return new Tenancy(realm.seenFrom(node));
    }

    /** A request of the realm's administrator at the admin door. */
    public RequestSpecification api() {
        return realm.adminDoor();
    }

    /** Lets the test's client ask for tokens that open the realm door. */
    public Tenancy openRealmDoor() {
        String scope = realm.admin()
                .get("/client-scopes")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.name == '" + SCOPE + "' }.id");
        realm.admin()
                .put("/clients/" + realm.clientId(TestRealm.CLIENT) + "/optional-client-scopes/" + scope)
                .then()
                .statusCode(204);
        return this;
    }

    /** A request at the realm door in the user's name. */
    public RequestSpecification as(TestUser user) {
        return realm.realmDoor(user.signIn(SCOPE).access());
    }

    public Tenancy plan(String key, @Nullable Integer seats) {
        api().body(Map.of("key", key, "name", key, "limits", seats == null ? Map.of() : Map.of("seats", seats)))
                .post("/plans")
                .then()
                .statusCode(201);
        return this;
    }

    public TestOrganization tenant(String alias, @Nullable String plan) {
        Map<String, Object> body = new HashMap<>(Map.of("alias", alias, "name", "Tenant " + alias));
        if (plan != null) {
            body.put("plan", plan);
        }
        String id = api().body(body)
                .post("/tenants")
                .then()
                .statusCode(201)
                .body("alias", equalTo(alias))
                .extract()
                .path("id");
        return new TestOrganization(realm, id, alias);
    }

    /** Adds the user through our own API. */
    public Response add(String alias, TestUser user, String role) {
        return api().body(Map.of("userId", user.id(), "role", role)).post("/tenants/" + alias + "/members");
    }

    public TestUser member(String alias, String username, String role) {
        TestUser user = realm.createUser(username);
        add(alias, user, role).then().statusCode(201);
        return user;
    }

    public void defaultPlan(String key) {
        api().body(Map.of("value", key))
                .put("/settings/tenants.defaultPlan")
                .then()
                .statusCode(200);
    }

    public int seatsUsed(String alias) {
        return api().get("/tenants/" + alias + "/license")
                .then()
                .statusCode(200)
                .extract()
                .path("seats.used");
    }

    public List<TestUser> users(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> realm.createUser(prefix + number))
                .toList();
    }
}

package org.keysteward.it.tenants;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** A realm whose plan {@code team} has a feature of every kind, and applications that ask for them. */
final class FeatureFlags {
    private static final Map<String, Object> FEATURES = Map.of(
            "sso",
            true,
            "legacy",
            false,
            "projects",
            25,
            "discount",
            2.5,
            "tier",
            "gold",
            "export",
            Map.of("days", 30));
    private static final String APPLICATION = "it-service";
    private static final String SECRET = "it-service-secret";

    private final Tenancy tenancy;

    private FeatureFlags(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    static FeatureFlags in(TestRealm realm) {
        var flags = new FeatureFlags(Tenancy.in(realm).openRealmDoor());
        flags.plan(Map.of());
        return flags;
    }

    Tenancy tenancy() {
        return tenancy;
    }

    /** What an SDK is told. */
    String baseUrl() {
        return tenancy.realm().keycloak().url() + "/realms/" + tenancy.realm().name() + "/keysteward";
    }

    /** Rolls features of the plan out; without any, everyone has them. */
    void rollOut(Map<String, Object> rollouts) {
        tenancy.api()
                .body(Map.of("name", "Team", "features", FEATURES, "rollouts", rollouts))
                .put("/plans/team")
                .then()
                .statusCode(200);
    }

    String token(TestUser user, String... scopes) {
        var asked = new String[scopes.length + 1];
        asked[0] = Tenancy.SCOPE;
        System.arraycopy(scopes, 0, asked, 1, scopes.length);
        return user.signIn(asked).access();
    }

    /** A token of an application that sees every tenant. */
    String serviceToken() {
        var realm = tenancy.realm();
        realm.admin()
                .body(Map.of("clientId", APPLICATION, "secret", SECRET, "serviceAccountsEnabled", true))
                .post("/clients")
                .then()
                .statusCode(201);
        String client = realm.clientId(APPLICATION);
        String scope = realm.admin().get("/client-scopes").path("find { it.name == '" + Tenancy.SCOPE + "' }.id");
        realm.admin()
                .put("/clients/" + client + "/default-client-scopes/" + scope)
                .then()
                .statusCode(204);
        String account = realm.admin()
                .get("/clients/" + client + "/service-account-user")
                .path("id");
        realm.grant(account, "keysteward-viewer");
        return realm.anonymously()
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", APPLICATION)
                .formParam("client_secret", SECRET)
                .post("/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    Response evaluate(String token, String key, Map<String, Object> context) {
        return ofrep(token).body(Map.of("context", context)).post("/evaluate/flags/" + key);
    }

    Response evaluateAll(String token, Map<String, Object> context) {
        return ofrep(token).body(Map.of("context", context)).post("/evaluate/flags");
    }

    RequestSpecification ofrep(String token) {
        return tenancy.realm()
                .realmDoor(token)
                .basePath("/realms/" + tenancy.realm().name() + "/keysteward/ofrep/v1");
    }

    private void plan(Map<String, Object> rollouts) {
        var plan = new HashMap<String, Object>(
                Map.of("key", "team", "name", "Team", "features", FEATURES, "rollouts", rollouts));
        tenancy.api().body(plan).post("/plans").then().statusCode(201);
    }
}

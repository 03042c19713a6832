package org.keysteward.it.harness;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/**
 * A user of a test's realm.
 *
 * @param id Keycloak's id of the user
 */
public record TestUser(TestRealm realm, String id, String username, String password) {
    private static final String PASSWORD = "password";
    private static final int HTTP_CREATED = 201;

    static TestUser createdIn(TestRealm realm, String username) {
        String location = realm.admin()
                .body(Map.of(
                        "username",
                        username,
                        "email",
                        username + "@example.org",
                        "emailVerified",
                        true,
                        // Without a name the first sign-in would ask for one.
                        "firstName",
                        username,
                        "lastName",
                        "Test",
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))))
                .post("/users")
                .then()
                .statusCode(HTTP_CREATED)
                .extract()
                .header("Location");
        return new TestUser(realm, lastSegment(location), username, PASSWORD);
    }

    /** Signs in with the password; {@code openid} is asked for always, these client scopes beside it. */
    public Tokens signIn(String... scopes) {
        return Tokens.of(trySignIn(scopes).then().statusCode(200).extract().response());
    }

    /** What the token endpoint answers to {@link #signIn}. */
    public Response trySignIn(String... scopes) {
        return realm.anonymously()
                .formParam("grant_type", "password")
                .formParam("client_id", TestRealm.CLIENT)
                .formParam("username", username)
                .formParam("password", password)
                .formParam("scope", ("openid " + String.join(" ", scopes)).strip())
                .post("/protocol/openid-connect/token");
    }

    /** What the token endpoint answers to these tokens' refresh token. */
    public Response tryRefresh(Tokens tokens) {
        return realm.anonymously()
                .formParam("grant_type", "refresh_token")
                .formParam("client_id", TestRealm.CLIENT)
                .formParam("refresh_token", tokens.refresh())
                .post("/protocol/openid-connect/token");
    }

    static String lastSegment(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}

package org.keysteward.it.harness;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/**
 * An organization of a test's realm, as stock Keycloak knows it.
 *
 * @param id Keycloak's id of the organization
 */
public record TestOrganization(TestRealm realm, String id, String alias) {
    private static final int HTTP_CREATED = 201;

    static TestOrganization createdIn(TestRealm realm, String alias) {
        String location = realm.admin()
                .body(Map.of(
                        "name",
                        alias,
                        "alias",
                        alias,
                        "enabled",
                        true,
                        "domains",
                        List.of(Map.of("name", alias + ".example"))))
                .post("/organizations")
                .then()
                .statusCode(HTTP_CREATED)
                .extract()
                .header("Location");
        return new TestOrganization(realm, TestUser.lastSegment(location), alias);
    }

    /** Adds a member through stock admin REST; 201 when Keycloak did. */
    public Response add(TestUser user) {
        return add(user.id());
    }

    public Response add(String userId) {
        // Stock takes the bare id or a JSON string; a JSON string is what the console sends.
        return realm.admin().body("\"" + userId + "\"").post(path("/members"));
    }

    /** Removes a member through stock admin REST. Keycloak deletes the user with it when the member is managed. */
    public Response remove(TestUser user) {
        return realm.admin().delete(path("/members/" + user.id()));
    }

    /** How many members stock Keycloak counts. */
    public int memberCount() {
        return Integer.parseInt(realm.admin()
                .get(path("/members/count"))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private String path(String below) {
        return "/organizations/" + id + below;
    }
}

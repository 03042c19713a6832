package org.keysteward.it.harness;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Calls Keycloak's model directly, through the provider in {@code it-tests/probe} that only tests deploy. */
public final class Probe {
    private static final String PATH = "/keysteward-probe";

    Probe() {}

    /** The id of the hidden group that holds the organization's memberships. */
    public String hiddenGroupOf(TestOrganization organization) {
        return request(organization.realm())
                .queryParam("organization", organization.id())
                .get("/hidden-group")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** {@code user.joinGroup(hidden group)} without an organization in the session's context. */
    public Response joinHiddenGroup(TestUser user, TestOrganization organization) {
        return joining(user, organization).post("/join-group");
    }

    /** {@code user.joinGroup(hidden group)} with the organization in the session's context. */
    public Response joinHiddenGroupInContext(TestUser user, TestOrganization organization) {
        return joining(user, organization)
                .queryParam("organization", organization.id())
                .post("/join-group");
    }

    /** {@code addMember}; the answer is {@code true} when Keycloak says that it added the user. */
    public Response addMember(TestUser user, TestOrganization organization) {
        return addMember(user, organization, false);
    }

    /** {@code addManagedMember}, as a sign-in through the organization's identity provider does. */
    public Response addManagedMember(TestUser user, TestOrganization organization) {
        return addMember(user, organization, true);
    }

    private static Response addMember(TestUser user, TestOrganization organization, boolean managed) {
        return request(organization.realm())
                .queryParam("user", user.id())
                .queryParam("organization", organization.id())
                .queryParam("managed", managed)
                .post("/add-member");
    }

    private RequestSpecification joining(TestUser user, TestOrganization organization) {
        return request(organization.realm())
                .queryParam("user", user.id())
                .queryParam("group", hiddenGroupOf(organization));
    }

    private static RequestSpecification request(TestRealm realm) {
        return realm.keycloak().anonymously().basePath("/realms/" + realm.name() + PATH);
    }
}

package org.keysteward.it.roles;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.KeycloakTest;

/** Permissions that applications register, and those of our own API. */
@KeycloakTest
class PermissionsIT extends AcmeRoles {
    @Test
    void anApplicationRegistersItsPermissionsWheneverItStarts() {
        roles.register(Composition.PERMISSIONS)
                .then()
                .body("unchanged", equalTo(6))
                .body("created", equalTo(0));

        roles.api()
                .queryParam("group", "billing")
                .get("/permissions")
                .then()
                .statusCode(200)
                .body("items.key", contains("billing.read", "billing.refund"))
                .body("items.origin", contains("registered", "registered"));
        roles.api()
                .queryParam("search", "audit.read")
                .get("/permissions")
                .then()
                .body("items.find { it.key == 'audit.read' }.reach", equalTo("tenant"))
                .body("items.find { it.key == 'audit.read' }.origin", equalTo("built-in"));
        roles.as(owner)
                .get("/tenants/acme/permissions")
                .then()
                .statusCode(200)
                .body("items.key", hasItems("journeys.publish", "members.invite"))
                .body("items.key", not(hasItem("plans.manage")));
        roles.as(owner).get("/permissions").then().statusCode(403);
    }

    @Test
    void aPermissionThatARoleGivesStays() {
        roles.makeRole("acme", "editor", 15, List.of("journeys.publish"));

        roles.api()
                .delete("/permissions/journeys.publish")
                .then()
                .statusCode(409)
                .body("roles", equalTo(1));
        roles.api().delete("/permissions/billing.read").then().statusCode(204);
        roles.api().delete("/permissions/audit.read").then().statusCode(409);
        roles.api().delete("/permissions/never.registered").then().statusCode(404);
    }

    @Test
    void aRoleOfOurOwnPermissionsOpensOurApi() {
        roles.makeRole("acme", "inviter", 12, List.of("members.invite", "invitations.read"));
        roles.as(ann).get("/tenants/acme/invitations").then().statusCode(403);

        roles.assign("acme", ann, "inviter");

        roles.as(ann).get("/tenants/acme/invitations").then().statusCode(200);
        roles.as(ann).get("/tenants/acme/usage").then().statusCode(403);
    }
}

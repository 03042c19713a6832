package org.keysteward.it.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** What a node has just decided, it decides otherwise at once when whatever it came from has changed. */
@KeycloakTest
class RememberedDecisionsIT {
    @SuppressWarnings("NullAway.Init")
    private Composition roles;

    @SuppressWarnings("NullAway.Init")
    private TestUser ann;

    @BeforeEach
    void acme(TestRealm realm) {
        roles = Composition.in(realm);
        ann = roles.tenancy().member("acme", "ann", "member");
        roles.makeRole("acme", "editor", 15, List.of("journeys.publish"));
    }

    @Test
    void aGroupIsAssignedARoleAndLosesIt() {
        roles.realm()
                .admin()
                .body(Map.of("name", "staff"))
                .post("/groups")
                .then()
                .statusCode(201);
        String staff = roles.realm().admin().get("/groups").path("[0].id");
        roles.realm()
                .admin()
                .put("/users/" + ann.id() + "/groups/" + staff)
                .then()
                .statusCode(204);
        mayPublish(false);

        String assignment = roles.assign("acme", Composition.assignment("realm-group", staff, "editor"));
        mayPublish(true);

        roles.api().delete("/tenants/acme/assignments/" + assignment).then().statusCode(204);
        mayPublish(false);
    }

    @Test
    void theRealmAssignsARoleInEveryTenantAndEndsIt() {
        roles.api()
                .body(Composition.role("publisher", 15, List.of("journeys.publish")))
                .post("/roles")
                .then()
                .statusCode(201);
        mayPublish(false);

        String assignment = roles.api()
                .body(Composition.assignment(ann, "publisher"))
                .post("/role-assignments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        mayPublish(true);

        roles.api().delete("/role-assignments/" + assignment).then().statusCode(204);
        mayPublish(false);
    }

    @Test
    void aRoleIsRemovedAndItsAssignmentsBecomeThoseOfAnother() {
        roles.makeRole("acme", "author", 15, List.of("journeys.publish"));
        roles.assign("acme", ann, "editor");
        mayPublish(true);

        roles.api()
                .delete("/tenants/acme/roles/editor?reassignTo=author")
                .then()
                .statusCode(204);
        mayPublish(true);
    }

    @Test
    void aMemberBecomesAnAdministrator() {
        assertThat(roles.may(ann, "acme", "members.invite")).isFalse();

        roles.api()
                .body(Map.of("role", "admin"))
                .put("/tenants/acme/members/" + ann.id())
                .then()
                .statusCode(200);
        assertThat(roles.may(ann, "acme", "members.invite")).isTrue();
    }

    @Test
    void aMemberIsSuspendedAndComesBack() {
        roles.assign("acme", ann, "editor");
        mayPublish(true);

        roles.api()
                .post("/tenants/acme/members/" + ann.id() + "/suspend")
                .then()
                .statusCode(200);
        mayPublish(false);

        roles.api().post("/tenants/acme/members/" + ann.id() + "/resume").then().statusCode(200);
        mayPublish(true);
    }

    @Test
    void somebodyJoins() {
        TestUser bob = roles.realm().createUser("bob");
        assertThat(roles.may(bob, "acme", "tenant.read")).isFalse();

        roles.tenancy().add("acme", bob, "member").then().statusCode(201);
        assertThat(roles.may(bob, "acme", "tenant.read")).isTrue();
    }

    /** Asked right before and right behind each change, while what was read is remembered. */
    private void mayPublish(boolean allowed) {
        assertThat(roles.may(ann, "acme", "journeys.publish")).isEqualTo(allowed);
        assertThat(roles.may(ann, "acme", "journeys.publish")).isEqualTo(allowed);
    }
}

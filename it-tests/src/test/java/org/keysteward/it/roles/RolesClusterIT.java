package org.keysteward.it.roles;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.keysteward.it.roles.Composition.role;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.keysteward.it.harness.Cluster;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** What is changed on one node decides on the other. */
@KeycloakTest(nodes = 2)
class RolesClusterIT {
    @SuppressWarnings("NullAway.Init")
    private Composition roles;

    @SuppressWarnings("NullAway.Init")
    private Composition seenFromTheOther;

    @SuppressWarnings("NullAway.Init")
    private TestUser ann;

    @BeforeEach
    void acme(Cluster cluster, TestRealm realm) {
        roles = Composition.in(realm);
        seenFromTheOther = roles.seenFrom(cluster.node(2));
        ann = roles.tenancy().member("acme", "ann", "member");
        roles.makeRole("acme", "editor", 15, List.of("journeys.publish"));
    }

    /** On the node that assigns it decides at once, though it has just decided otherwise. */
    @Test
    void anAssignmentDecidesHereAtOnceAndOnTheOtherNodeSoon(TestReporter reporter) {
        for (int round = 0; round < 10; round++) {
            assertThat(roles.may(ann, "acme", "journeys.publish")).isFalse();
            assertThat(seenFromTheOther.may(ann, "acme", "journeys.publish")).isFalse();

            String id = roles.assign("acme", ann, "editor");
            assertThat(roles.may(ann, "acme", "journeys.publish")).isTrue();
            awaitOnTheOther("journeys.publish", true, "an assignment seen by the other node", reporter);

            roles.api().delete("/tenants/acme/assignments/" + id).then().statusCode(204);
            assertThat(roles.may(ann, "acme", "journeys.publish")).isFalse();
            awaitOnTheOther("journeys.publish", false, "its end seen by the other node", reporter);
        }
    }

    @Test
    void aSuspendedMemberMayNothingOnBothNodes(TestReporter reporter) {
        mayPublishOnBoth();

        roles.api()
                .post("/tenants/acme/members/" + ann.id() + "/suspend")
                .then()
                .statusCode(200);

        mayNotPublishOnEither("a suspension", reporter);
    }

    @Test
    void whoWasTakenOutOfTheOrganizationMayNothingOnBothNodes(TestReporter reporter) {
        String acme = roles.api().get("/tenants/acme").path("id");
        mayPublishOnBoth();

        new TestOrganization(roles.realm(), acme, "acme").remove(ann).then().statusCode(204);

        mayNotPublishOnEither("a removal through Keycloak's own API", reporter);
    }

    private void mayPublishOnBoth() {
        roles.assign("acme", ann, "editor");
        assertThat(roles.may(ann, "acme", "journeys.publish")).isTrue();
        await().atMost(ofSeconds(10)).until(() -> seenFromTheOther.may(ann, "acme", "journeys.publish"));
    }

    private void mayNotPublishOnEither(String change, TestReporter reporter) {
        assertThat(roles.may(ann, "acme", "journeys.publish")).isFalse();
        awaitOnTheOther("journeys.publish", false, change + " seen by the other node", reporter);
    }

    /** As if no message had come: rows that change unseen are read again. */
    @Test
    void anAssignmentThatEndsWithoutAMessageDecidesNoMoreWithinTenSeconds(Database database) {
        mayPublishOnBoth();

        update(database, "delete from KS_ASSIGNMENT where ROLE_KEY = 'editor' and REALM_ID = ?");

        await().pollInterval(ofMillis(200))
                .atMost(ofSeconds(10))
                .until(() -> !seenFromTheOther.may(ann, "acme", "journeys.publish"));
    }

    @Test
    void aRoleThatWasChangedDecidesOnTheOtherNodeSoon(TestReporter reporter) {
        roles.assign("acme", ann, "editor");
        for (int round = 0; round < 5; round++) {
            boolean archives = round % 2 == 0;
            assertThat(seenFromTheOther.may(ann, "acme", "journeys.archive")).isEqualTo(!archives);

            change(archives ? "journeys.archive" : "journeys.publish");

            assertThat(roles.may(ann, "acme", "journeys.archive")).isEqualTo(archives);
            awaitOnTheOther("journeys.archive", archives, "a role seen by the other node", reporter);
        }
    }

    /** As if the message to the other node had been lost: the revision row alone tells. */
    @Test
    void aRoleThatWasChangedWithoutAMessageDecidesOnTheOtherNodeWithinTenSeconds(Database database) {
        roles.assign("acme", ann, "editor");
        assertThat(seenFromTheOther.may(ann, "acme", "journeys.archive")).isFalse();

        update(
                database,
                "update KS_ROLE set GRANTS = '[\"journeys.archive\"]' where ROLE_KEY = 'editor' and REALM_ID = ?");
        update(
                database,
                "update KS_REVISION set REVISION = REVISION + 1 where SNAPSHOT like 'roles-of/%' and REALM_ID = ?");

        await().pollInterval(ofMillis(200))
                .atMost(ofSeconds(10))
                .until(() -> seenFromTheOther.may(ann, "acme", "journeys.archive"));
    }

    /** A node that stood still must not decide by what it knew before, and hears of what it missed. */
    @Test
    void aNodeThatStoodStillDecidesByWhatWasChangedMeanwhile(Cluster cluster, TestReporter reporter) {
        roles.assign("acme", ann, "editor");
        String token = freshToken();
        for (int round = 0; round < 3; round++) {
            boolean archives = round % 2 == 0;
            assertThat(seenFromTheOther.may(ann, "acme", "journeys.archive")).isEqualTo(!archives);

            cluster.node(2).whileFrozen(() -> change(archives ? "journeys.archive" : "journeys.publish", token));

            awaitOnTheOther("journeys.archive", archives, "a role seen by a node that thawed", reporter);
        }
    }

    @Test
    void aNodeThatStoodStillDecidesByWhoWasAssignedMeanwhile(Cluster cluster, TestReporter reporter) {
        assertThat(seenFromTheOther.may(ann, "acme", "journeys.publish")).isFalse();

        String token = freshToken();
        cluster.node(2)
                .whileFrozen(() -> roles.realm()
                        .adminDoor(token)
                        .body(Composition.assignment(ann, "editor"))
                        .post("/tenants/acme/assignments")
                        .then()
                        .statusCode(201));

        awaitOnTheOther("journeys.publish", true, "an assignment seen by a node that thawed", reporter);
    }

    /** How long it takes is reported; a timing decides nothing but by the promise. */
    private void awaitOnTheOther(String permission, boolean allowed, String what, TestReporter reporter) {
        long since = System.nanoTime();
        await().pollInterval(ofMillis(20))
                .atMost(ofSeconds(10))
                .until(() -> seenFromTheOther.may(ann, "acme", permission) == allowed);
        reporter.publishEntry(what, NANOSECONDS.toMillis(System.nanoTime() - since) + " ms");
    }

    private void update(Database database, String sql) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, roles.realmId());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void change(String grant) {
        change(grant, roles.realm().keycloak().administratorToken());
    }

    private void change(String grant, String token) {
        Map<String, Object> content = role("editor", 15, List.of(grant));
        content.remove("key");
        roles.realm()
                .adminDoor(token)
                .body(content)
                .put("/tenants/acme/roles/editor")
                .then()
                .statusCode(200);
    }

    /** Of a session that this node has just begun, and keeps itself: it need not ask the frozen one for it. */
    private String freshToken() {
        return roles.realm()
                .createAdministrator("steward", "keysteward-admin")
                .signIn("openid")
                .access();
    }
}

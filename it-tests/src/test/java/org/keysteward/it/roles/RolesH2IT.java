package org.keysteward.it.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.DatabaseEngine;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** Roles on the embedded database, whose locks and JSON are others than PostgreSQL's. */
@KeycloakTest(database = DatabaseEngine.H2)
class RolesH2IT {
    @SuppressWarnings("NullAway.Init")
    private Composition roles;

    @SuppressWarnings("NullAway.Init")
    private TestUser ann;

    @BeforeEach
    void acme(TestRealm realm) {
        roles = Composition.in(realm);
        roles.tenancy().member("acme", "owner", "owner");
        ann = roles.tenancy().member("acme", "ann", "member");
        roles.makeRole("acme", "reader", 5, List.of("journeys.read"));
        roles.makeRole("acme", "editor", 15, List.of("journeys.drafts.edit"), "reader");
    }

    @Test
    void whatIsComposedAndAssignedIsDecidedBy() {
        roles.assign("acme", ann, "editor");

        assertThat(roles.may(ann, "acme", "journeys.read")).isTrue();
        assertThat(roles.may(ann, "beta", "journeys.read")).isFalse();
        roles.api()
                .body(Map.of("tenant", "acme", "permission", "journeys.read"))
                .post("/who-can")
                .then()
                .statusCode(200)
                .body("items.name", containsInAnyOrder("owner", "ann"));
    }

    @Test
    void whatHasEndedGivesNothing() {
        var ending = Composition.assignment(ann, "editor");
        ending.put("until", Instant.now().plusSeconds(2).toString());
        roles.assign("acme", ending);
        assertThat(roles.may(ann, "acme", "journeys.read")).isTrue();

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(roles.may(ann, "acme", "journeys.read")).isFalse());
    }

    @Test
    void aRuleGivesWhileItIsOn() {
        var rule = Map.of(
                "key", "everybody-else",
                "name", "Everybody else",
                "role", "reader",
                "when", Map.of("not", Map.of("attribute", "department", "in", List.of("finance"))),
                "enabled", true);
        roles.api().body(rule).post("/tenants/acme/assignment-rules").then().statusCode(201);
        assertThat(roles.may(ann, "acme", "journeys.read")).isTrue();

        roles.api()
                .delete("/tenants/acme/assignment-rules/everybody-else")
                .then()
                .statusCode(204);

        assertThat(roles.may(ann, "acme", "journeys.read")).isFalse();
    }

    @Test
    void dutiesStayApart() {
        roles.makeRole("acme", "payer", 6, List.of("billing.refund"));
        roles.api()
                .body(Map.of("key", "pair", "name", "Pair", "roles", List.of("reader", "payer"), "max", 1))
                .post("/tenants/acme/separation-of-duty")
                .then()
                .statusCode(201);
        roles.assign("acme", ann, "editor");

        roles.api()
                .body(Composition.assignment(ann, "payer"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:separation-of-duty"));
    }
}

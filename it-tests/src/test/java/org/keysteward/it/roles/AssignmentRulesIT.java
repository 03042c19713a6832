package org.keysteward.it.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.KeycloakTest;

/** Roles that people have while a condition holds. */
@KeycloakTest
class AssignmentRulesIT extends AcmeRoles {
    @Test
    void aRuleGivesItsRoleWhileItHolds() {
        roles.makeRole("acme", "analyst", 11, List.of("billing.read"));
        Map<String, Object> when = Map.of("attribute", "department", "in", List.of("finance"));
        profileAttribute();
        department("finance");
        roles.as(owner)
                .body(Map.of("role", "analyst", "when", Map.of("not", when)))
                .post("/tenants/acme/assignment-rules/preview")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/when/not/attribute"));
        roles.api()
                .body(Map.of("value", "title, department"))
                .put("/settings/roles.ruleAttributes")
                .then()
                .statusCode(200);
        roles.as(owner)
                .body(Map.of("role", "analyst", "when", when))
                .post("/tenants/acme/assignment-rules/preview")
                .then()
                .statusCode(200)
                .body("matches", equalTo(1))
                .body("sample.username", contains("ann"));

        roles.as(owner)
                .body(Map.of("key", "finance", "name", "Finance", "role", "analyst", "when", when))
                .post("/tenants/acme/assignment-rules")
                .then()
                .statusCode(201)
                .body("enabled", equalTo(false));
        assertThat(roles.may(ann, "acme", "billing.read")).isFalse();
        roles.as(owner)
                .body(Map.of("name", "Finance", "role", "analyst", "when", when, "enabled", true))
                .put("/tenants/acme/assignment-rules/finance")
                .then()
                .statusCode(200);

        roles.api()
                .body(Map.of("tenant", "acme", "permission", "billing.read", "subject", ann.id(), "explain", true))
                .post("/check")
                .then()
                .body("allowed", equalTo(true))
                .body("explanation.assignment.source", equalTo("rule"))
                .body("explanation.assignment.detail", equalTo("finance"))
                .body("explanation.assignment.id", nullValue());
        department("sales");
        assertThat(roles.may(ann, "acme", "billing.read")).isFalse();
    }

    private void department(String value) {
        Map<String, Object> user = new HashMap<>(
                roles.realm().admin().get("/users/" + ann.id()).jsonPath().getMap(""));
        user.put("attributes", Map.of("department", List.of(value)));
        roles.realm().admin().body(user).put("/users/" + ann.id()).then().statusCode(204);
    }

    private void profileAttribute() {
        Map<String, Object> profile = new HashMap<>(
                roles.realm().admin().get("/users/profile").jsonPath().getMap(""));
        profile.put("unmanagedAttributePolicy", "ENABLED");
        roles.realm().admin().body(profile).put("/users/profile").then().statusCode(200);
    }
}

package org.keysteward.it.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.keysteward.it.roles.Composition.assignment;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.KeycloakTest;

/** Roles that nobody may hold together. */
@KeycloakTest
class SeparationOfDutyIT extends AcmeRoles {
    @Test
    void dutiesStayApartWhicheverWayTheyCome() {
        roles.makeRole("acme", "payer", 11, List.of("billing.refund"));
        roles.makeRole("acme", "approver", 12, List.of("billing.read"));
        roles.makeRole("acme", "chief-approver", 13, List.of(), "approver");
        roles.assign("acme", ann, "payer");
        roles.as(owner)
                .body(Map.of("key", "four-eyes", "name", "Four eyes", "roles", List.of("payer", "approver"), "max", 1))
                .post("/tenants/acme/separation-of-duty")
                .then()
                .statusCode(201);

        roles.as(owner)
                .body(assignment(ann, "approver"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "separation-of-duty"))
                .body("set", equalTo("four-eyes"))
                .body("roles", contains("approver", "payer"));
        roles.as(owner)
                .body(assignment(ann, "chief-approver"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(409);
        String group = roles.realmGroup("approvers");
        roles.joinRealmGroup(ann, group);
        roles.api()
                .body(assignment("realm-group", group, "approver"))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(409);
        roles.leaveRealmGroup(ann, group);
        roles.assign("acme", assignment("realm-group", group, "approver"));
        roles.joinRealmGroup(ann, group);
        assertThat(roles.may(ann, "acme", "billing.read")).isFalse();
        roles.as(owner)
                .get("/tenants/acme/separation-of-duty/violations")
                .then()
                .statusCode(200)
                .body("items.set", contains("four-eyes"))
                .body("items.username", contains("ann"));
    }
}

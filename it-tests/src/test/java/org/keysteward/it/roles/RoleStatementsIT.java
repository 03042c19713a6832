package org.keysteward.it.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.StatementLog;
import org.keysteward.it.harness.Statements;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** What decisions cost in SQL statements, which depends on neither the number of roles nor their depth. */
@KeycloakTest
class RoleStatementsIT {
    @Test
    void aDecisionCostsNoStatementAndTheFirstAfterEverythingChangedThree(TestRealm realm, Statements statements) {
        var composition = Composition.in(realm);
        TestUser ada = composition.tenancy().member("acme", "ada", "member");
        composition.makeRole("acme", "role0", 10, List.of("journeys.read"));
        for (int depth = 1; depth < 30; depth++) {
            composition.makeRole("acme", "role" + depth, 10, List.of(), "role" + (depth - 1));
        }
        composition.assign("acme", ada, "role29");

        String token = ada.signIn("openid keysteward").access();
        StatementLog warm = ours(statements.of(() -> allowed(realm, token)));
        StatementLog cold = IntStream.range(0, 5)
                .mapToObj(time -> {
                    composition.assign("acme", ada, "role" + time);
                    changeRolesOfTheRealmAndOfTheTenant(composition, time);
                    return ours(statements.least(1, once -> allowed(realm, token)));
                })
                .min(Comparator.comparingInt(StatementLog::count))
                .orElseThrow();

        assertThat(warm.count()).as(warm.toString()).isZero();
        assertThat(cold.count()).as(cold.toString()).isEqualTo(3);
    }

    /** Keycloak's cache holds so many roles, and the realms of other tests may have filled it. */
    private static StatementLog ours(StatementLog all) {
        return all.without("from KEYCLOAK_ROLE");
    }

    private static void allowed(TestRealm realm, String token) {
        realm.realmDoor(token)
                .body(Map.of("tenant", "acme", "permission", "journeys.read"))
                .post("/check")
                .then()
                .statusCode(200)
                .body("allowed", is(true));
    }

    private static void changeRolesOfTheRealmAndOfTheTenant(Composition composition, int time) {
        composition.makeRole("acme", "own" + time, 10, List.of("billing.read"));
        composition
                .api()
                .body(Composition.role("template" + time, 10, List.of("billing.read")))
                .post("/roles")
                .then()
                .statusCode(201);
    }
}

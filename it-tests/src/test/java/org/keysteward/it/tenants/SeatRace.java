package org.keysteward.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestUser;

/** Forty users who join a tenant of ten seats at the same moment. */
final class SeatRace {
    private static final int USERS = 40;
    private static final int SEATS = 10;

    private SeatRace() {}

    /** Runs it once, the users spread over the nodes, and fails unless exactly the seats were given. */
    static void run(Tenancy tenancy, List<Keycloak> nodes, String alias) {
        TestOrganization tenant = tenancy.tenant(alias, "ten");
        List<TestUser> users = tenancy.users(alias + "-", USERS);
        // Each node has its token before the start, or signing in would spread the joins out.
        nodes.forEach(Keycloak::administratorToken);

        List<Callable<Response>> joins = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            Keycloak node = nodes.get(i % nodes.size());
            String user = users.get(i).id();
            joins.add(() -> new TestOrganization(tenancy.realm().seenFrom(node), tenant.id(), alias).add(user));
        }
        List<Response> answers = Crowd.atOnce(joins);

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 400);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(SEATS);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 400)
                .allSatisfy(answer -> assertThat(answer.jsonPath().getString("errorMessage"))
                        .startsWith("Tenant " + alias + " has no free seat: 10 of 10 seats are used."));
        assertThat(tenant.memberCount()).isEqualTo(SEATS);
        assertThat(tenancy.seatsUsed(alias)).isEqualTo(SEATS);
    }
}

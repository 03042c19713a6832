package org.keysteward.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestUser;

/** Forty users who join a tenant of ten seats at the same moment. */
final class SeatRace {
    private static final int USERS = 40;
    private static final int SEATS = 10;
    private static final int REPEATS = 20;

    private SeatRace() {}

    /**
     * Runs it twenty times, the users spread over the nodes, and fails unless exactly the seats were given each time.
     *
     * <p>Sent at once is not yet racing: what two cores do one after the other proves nothing. So the joins are held
     * up where each writes its membership, before anything of ours runs, until all of them stand there.
     */
    static void run(Tenancy tenancy, List<Keycloak> nodes, String alias, Database database) {
        List<TestUser> users = tenancy.users(alias + "-", USERS);
        for (int time = 0; time < REPEATS; time++) {
            check(tenancy, nodes, alias + time, users, joins -> heldUp(joins, database));
        }
    }

    /** The same where nobody can hold the joins up: on a database inside the server. */
    static void runUnheld(Tenancy tenancy, List<Keycloak> nodes, String alias) {
        check(tenancy, nodes, alias, tenancy.users(alias + "-", USERS), Crowd::atOnce);
    }

    private static List<Response> heldUp(List<Callable<Response>> joins, Database database) {
        try (Connection barrier = database.connect();
                Statement statement = barrier.createStatement()) {
            barrier.setAutoCommit(false);
            statement.execute("lock table USER_GROUP_MEMBERSHIP in share mode");
            CompletableFuture<List<Response>> answers = CompletableFuture.supplyAsync(() -> Crowd.atOnce(joins));
            await("every join stands before its membership")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> waiting(database) >= joins.size());
            barrier.commit();
            return answers.get(2, TimeUnit.MINUTES);
        } catch (SQLException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The joins could not be held up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int waiting(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from pg_locks where not granted and relation = 'user_group_membership'::regclass")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void check(
            Tenancy tenancy,
            List<Keycloak> nodes,
            String alias,
            List<TestUser> users,
            Function<List<Callable<Response>>, List<Response>> race) {
        TestOrganization tenant = tenancy.tenant(alias, "ten");
        // Each node has its token before the start, or signing in would spread the joins out.
        nodes.forEach(Keycloak::administratorToken);

        List<Callable<Response>> joins = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            Keycloak node = nodes.get(i % nodes.size());
            String user = users.get(i).id();
            joins.add(() -> new TestOrganization(tenancy.realm().seenFrom(node), tenant.id(), alias).add(user));
        }
        List<Response> answers = race.apply(joins);

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

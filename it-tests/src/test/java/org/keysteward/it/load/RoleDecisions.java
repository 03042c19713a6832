package org.keysteward.it.load;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.EmbeddedPostgresql;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestClients;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.load.Candidate.Running;
import org.keysteward.it.tenants.Tenancy;

/**
 * Measures decisions beside those of Keycloak's own authorization services, tokens with roles beside tokens without, and
 * what somebody may in a hierarchy of thousands of roles.
 */
public final class RoleDecisions {
    private static final int CLIENTS = 4;
    private static final int ROUNDS = 5;
    private static final int WARM_UPS = 10;
    private static final Duration TURN = Duration.ofSeconds(6);
    private static final int BATCH = 100;
    private static final int GRANTS = 200;
    private static final int FEW = 5;
    private static final int MANY = 500;
    private static final int HIERARCHY = 9000;
    private static final int COLD = 20;
    private static final String RESOURCE_SERVER = "load-uma";

    private final Report report = new Report("Decisions, and tokens with roles");
    private final Running stock;
    private final Running bundle;
    private final Database database;

    private RoleDecisions(Running stock, Running bundle, Database database) {
        this.stock = stock;
        this.bundle = bundle;
        this.database = database;
    }

    public static void main(String[] arguments) {
        try (EmbeddedPostgresql postgresql = EmbeddedPostgresql.start(Map.of())) {
            Database database = postgresql.emptyDatabase();
            try (Running stock = new Candidate(
                                    Variant.STOCK, Load.distribution("stock", List.of()), postgresql.emptyDatabase())
                            .start();
                    Running bundle = new Candidate(
                                    Variant.BUNDLE,
                                    Load.distribution("bundle", List.of(Settings.BUNDLE.path())),
                                    database)
                            .start()) {
                new RoleDecisions(stock, bundle, database).measure();
            }
        }
    }

    private void measure() {
        report.fact("%d clients in closed loops, servers in turn, %d rounds of %d s each after %d to warm up; medians"
                .formatted(CLIENTS, ROUNDS, TURN.toSeconds(), WARM_UPS));
        report.columns("", "measured", "wish", "met");
        decisions();
        tokens();
        hierarchy();
        report.write();
    }

    private void decisions() {
        TestUser theirs = umaUser();
        String theirToken = token(theirs, stock, "openid");
        var ours = Tenancy.in(longLived(bundle.keycloak())).openRealmDoor();
        TestUser user = composed(ours, "acme");
        String ourToken = token(user, bundle, "openid keysteward");
        String question = "{\"tenant\":\"acme\",\"permission\":\"journeys.publish\"}";
        String batch = "[" + String.join(",", Collections.nCopies(BATCH, question)) + "]";

        requireAnswer(stock.client().decide(theirs.realm(), RESOURCE_SERVER, "journeys#publish", theirToken), "true");
        requireAnswer(bundle.client().ask(user.realm(), "/check", question, ourToken), "\"allowed\":true");
        List<Double> uma = new ArrayList<>();
        List<Double> checks = new ArrayList<>();
        List<Double> batches = new ArrayList<>();
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            double decided = perSecond(
                    stock, client -> client.decide(theirs.realm(), RESOURCE_SERVER, "journeys#publish", theirToken));
            double checked = perSecond(bundle, client -> client.ask(user.realm(), "/check", question, ourToken));
            double inBatches = BATCH * perSecond(bundle, client -> client.ask(user.realm(), "/check", batch, ourToken));
            if (round >= 0) {
                uma.add(decided);
                checks.add(checked);
                batches.add(inBatches);
            }
        }
        double stockRate = Median.of(uma);
        report.row("Keycloak's own decision (UMA, response_mode=decision)", rate(stockRate), "", "");
        ratio("POST /check", Median.of(checks), stockRate, 5);
        ratio("POST /check in batches of " + BATCH, Median.of(batches), stockRate, 50);
    }

    /** Tokens by refresh: a sign-in of stock's asks about every organization of the user, whatever is in the token. */
    private void tokens() {
        TestUser ofStockInFew = organizations(longLived(stock.keycloak()), FEW);
        TestUser ofStockInMany = organizations(longLived(stock.keycloak()), MANY);
        var few = Tenancy.in(longLived(bundle.keycloak()));
        TestUser inFew = organizations(few.realm(), FEW);
        compose(few, inFew);
        var many = Tenancy.in(longLived(bundle.keycloak()));
        TestUser inMany = organizations(many.realm(), MANY);
        compose(many, inMany);

        List<Issuing> all = List.of(
                new Issuing(stock.client(), ofStockInFew),
                new Issuing(stock.client(), ofStockInMany),
                new Issuing(bundle.client(), inFew),
                new Issuing(bundle.client(), inMany));
        for (int number = -GRANTS / 2; number < GRANTS; number++) {
            boolean counted = number >= 0;
            all.forEach(one -> one.issue(counted));
        }
        double stockFew = all.get(0).median();
        double stockMany = all.get(1).median();
        double ownFew = all.get(2).median();
        double ownMany = all.get(3).median();
        report.row("token of stock, user in 5 organizations, one selected", number("%.1f ms", stockFew), "", "");
        report.row(
                "the same, user in 500",
                number("%.1f ms", stockMany) + ", " + number("%.3f", stockMany / stockFew) + " of 5",
                "",
                "");
        report.row(
                "token with roles and permissions, user in 5 tenants, one selected",
                number("%.1f ms", ownFew) + ", " + number("%.3f", ownFew / stockFew) + " of stock",
                "≤ 1.10",
                Report.met(ownFew <= 1.1 * stockFew));
        report.row(
                "the same, user in 500",
                number("%.1f ms", ownMany) + ", " + number("%.3f", ownMany / ownFew) + " of 5",
                "no slower, give or take a tenth",
                Report.met(ownMany <= 1.1 * ownFew));
    }

    /** Somebody who gets one token after the other. */
    private static final class Issuing {
        private final LoadClient client;
        private final TestUser user;
        private final double[] millis = new double[GRANTS];
        private String refreshToken;
        private int count;

        Issuing(LoadClient client, TestUser user) {
            this.client = client;
            this.user = user;
            this.refreshToken = client.directGrant(user, "openid organization:org0");
        }

        void issue(boolean counted) {
            double once = Latencies.millis(() -> refreshToken = client.refresh(user, refreshToken));
            if (counted) {
                millis[count++] = once;
            }
        }

        double median() {
            return Median.of(millis);
        }
    }

    private void hierarchy() {
        var tenancy = Tenancy.in(longLived(bundle.keycloak())).openRealmDoor();
        TestUser user = composed(tenancy, "acme");
        String realmId =
                tenancy.realm().admin().get().then().statusCode(200).extract().path("id");
        execute(
                "insert into KS_ROLE (ID, REALM_ID, TENANT_ID, ROLE_KEY, NAME, DESCRIPTION, RANK_NUMBER, GRANTS, PARENTS,"
                        + " STOCK_ROLES, VERSION) select gen_random_uuid()::text, ?, '', 'role' || n, 'Role ' || n, '', n % 40,"
                        + " jsonb_build_array('journeys.publish'),"
                        + " case when n = 1 then '[]'::jsonb else jsonb_build_array('role' || n / 2) end, '[]', 0"
                        + " from generate_series(1, " + HIERARCHY + ") n",
                realmId);
        String token = token(user, bundle, "openid keysteward");
        String question = "{\"tenant\":\"acme\",\"permission\":\"journeys.publish\"}";
        double[] cold = new double[COLD];
        for (int number = -WARM_UPS; number < COLD; number++) {
            describe(tenancy, "role1", "Change " + number);
            double millis = Latencies.millis(() -> bundle.client().ask(user.realm(), "/check", question, token));
            if (number >= 0) {
                cold[number] = millis;
            }
        }
        Latencies latencies = Latencies.of(cold);
        report.row(
                "first decision after a change, " + HIERARCHY + " roles in a hierarchy: p50, p95",
                number("%.0f ms", latencies.median()) + ", " + number("%.0f ms", latencies.p95()),
                "≤ 100 ms",
                Report.met(latencies.p95() <= 100));
    }

    private static void describe(Tenancy tenancy, String role, String description) {
        tenancy.api()
                .body(Map.of(
                        "name",
                        role,
                        "description",
                        description,
                        "rank",
                        1,
                        "grants",
                        List.of("journeys.publish"),
                        "parents",
                        List.of()))
                .put("/roles/" + role)
                .then()
                .statusCode(200);
    }

    private static TestRealm longLived(Keycloak keycloak) {
        TestRealm realm = keycloak.createRealm();
        realm.update(Map.of("accessTokenLifespan", 7200, "ssoSessionMaxLifespan", 36_000));
        return realm;
    }

    /** A member who may publish journeys by a role that inherits what it gives. */
    private static TestUser composed(Tenancy tenancy, String alias) {
        tenancy.tenant(alias, null);
        TestUser user = tenancy.member(alias, "member", "member");
        register(tenancy);
        role(tenancy, alias, "author", List.of("journeys.publish"), List.of());
        role(tenancy, alias, "editor", List.of("journeys.archive"), List.of("author"));
        assign(tenancy, alias, user);
        return user;
    }

    private static void register(Tenancy tenancy) {
        tenancy.api()
                .body(Map.of(
                        "permissions",
                        IntStream.range(0, 50)
                                .mapToObj(number -> number < 2
                                        ? List.of("publish", "archive").get(number)
                                        : "act" + number)
                                .map(action -> Map.of("key", "journeys." + action, "description", action))
                                .toList()))
                .post("/permissions")
                .then()
                .statusCode(200);
    }

    private static void role(Tenancy tenancy, String alias, String key, List<String> grants, List<String> parents) {
        tenancy.api()
                .body(Map.of("key", key, "name", key, "rank", 10, "grants", grants, "parents", parents))
                .post("/tenants/" + alias + "/roles")
                .then()
                .statusCode(201);
    }

    private static void assign(Tenancy tenancy, String alias, TestUser user) {
        tenancy.api()
                .body(Map.of("principal", Map.of("type", "user", "id", user.id()), "role", "editor"))
                .post("/tenants/" + alias + "/assignments")
                .then()
                .statusCode(201);
    }

    private static TestUser organizations(TestRealm realm, int count) {
        TestUser user = realm.createUser("member");
        for (int number = 0; number < count; number++) {
            TestOrganization organization = realm.createOrganization("org" + number);
            organization.add(user).then().statusCode(201);
        }
        return user;
    }

    private static void compose(Tenancy tenancy, TestUser user) {
        register(tenancy);
        role(tenancy, "org0", "author", List.of("journeys.publish"), List.of());
        role(tenancy, "org0", "editor", List.of("journeys.archive"), List.of("author"));
        assign(tenancy, "org0", user);
        new TestClients(tenancy.realm())
                .organizationMapper("roles", "keysteward-oidc-roles-mapper", Map.of("permissions", "expanded"));
    }

    /** Stock's way: a resource with a scope, a policy that asks for a role, a permission that joins them. */
    private TestUser umaUser() {
        TestRealm realm = longLived(stock.keycloak());
        realm.admin().body(Map.of("name", "editor")).post("/roles").then().statusCode(201);
        String role = realm.admin().get("/roles/editor").path("id");
        realm.admin()
                .body(Map.of(
                        "clientId",
                        RESOURCE_SERVER,
                        "secret",
                        "secret",
                        "serviceAccountsEnabled",
                        true,
                        "authorizationServicesEnabled",
                        true))
                .post("/clients")
                .then()
                .statusCode(201);
        String server = "/clients/" + realm.clientId(RESOURCE_SERVER) + "/authz/resource-server";
        created(realm, server + "/scope", Map.of("name", "publish"));
        created(realm, server + "/resource", Map.of("name", "journeys", "scopes", List.of(Map.of("name", "publish"))));
        created(
                realm,
                server + "/policy/role",
                Map.of("name", "editors", "roles", List.of(Map.of("id", role, "required", true))));
        created(
                realm,
                server + "/permission/scope",
                Map.of(
                        "name", "publishing",
                        "resources", List.of("journeys"),
                        "scopes", List.of("publish"),
                        "policies", List.of("editors")));
        TestUser user = realm.createUser("member");
        Map<String, Object> representation =
                new HashMap<>(realm.admin().get("/roles/editor").jsonPath().getMap(""));
        realm.admin()
                .body(List.of(representation))
                .post("/users/" + user.id() + "/role-mappings/realm")
                .then()
                .statusCode(204);
        return user;
    }

    private static void created(TestRealm realm, String path, Map<String, Object> body) {
        realm.admin().body(body).post(path).then().statusCode(201);
    }

    private static String token(TestUser user, Running server, String scope) {
        return new JsonPath(server.client().grant(user, scope)).getString("access_token");
    }

    private static void requireAnswer(String answer, String part) {
        if (!answer.contains(part)) {
            throw new IllegalStateException("Not the answer that is to be measured: " + answer);
        }
    }

    private interface Question {
        void ask(LoadClient client);
    }

    private static double perSecond(Running server, Question question) {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            long begun = System.nanoTime();
            long end = begun + TURN.toNanos();
            List<Future<Integer>> loops = IntStream.range(0, CLIENTS)
                    .mapToObj(number -> threads.submit(() -> {
                        LoadClient client = new LoadClient(server.keycloak().url());
                        int asked = 0;
                        while (System.nanoTime() < end) {
                            question.ask(client);
                            asked++;
                        }
                        return asked;
                    }))
                    .collect(Collectors.toList());
            int all = 0;
            for (Future<Integer> loop : loops) {
                all += loop.get();
            }
            return all / ((System.nanoTime() - begun) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void ratio(String name, double rate, double stockRate, double wish) {
        double ratio = rate / stockRate;
        report.row(
                name,
                rate(rate) + ", " + number("%.1f", ratio) + " times stock's",
                number("≥ %.0f times", wish),
                Report.met(ratio >= wish));
    }

    private static String rate(double perSecond) {
        return number("%.0f decisions a second", perSecond);
    }

    private void execute(String sql, String parameter) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}

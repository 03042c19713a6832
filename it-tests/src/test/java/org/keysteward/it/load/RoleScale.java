package org.keysteward.it.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.EmbeddedPostgresql;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.load.Candidate.Running;

/** Measures lists and decisions where thousands of tenants have made roles of their own, and each member has one. */
public final class RoleScale {
    private static final int TENANTS = Integer.getInteger("load.tenants", 10_000);
    private static final int MEMBERS = Integer.getInteger("load.members", 100);
    private static final int ROLES = 10;
    private static final int BATCH = 100;
    private static final int WARM_UP = 300;
    private static final int REQUESTS = 1000;
    private static final int STEP = 7;
    private static final double WISHED_MILLIS = 50;

    private final Running server;
    private final TestRealm realm;
    private final Report report = new Report("Roles of many tenants");

    private RoleScale(Running server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    public static void main(String[] arguments) {
        try (EmbeddedPostgresql postgresql = EmbeddedPostgresql.start(Map.of())) {
            Database database = postgresql.emptyDatabase();
            try (Running server = new Candidate(
                                    Variant.BUNDLE,
                                    Load.distribution("bundle", List.of(Settings.BUNDLE.path())),
                                    database)
                            .start();
                    TestRealm realm = server.keycloak().createRealm()) {
                fill(realm, database);
                new RoleScale(server, realm).measure();
            }
        }
    }

    private static void fill(TestRealm realm, Database database) {
        ManyTenants.make(realm, database, TENANTS, MEMBERS);
        realm.adminDoor()
                .body(Map.of(
                        "permissions",
                        IntStream.rangeClosed(1, ROLES)
                                .mapToObj(number -> Map.of("key", permission(number), "description", "An act"))
                                .toList()))
                .post("/permissions")
                .then()
                .statusCode(200);
        String realmId = realm.admin().get().then().statusCode(200).extract().path("id");
        try (Connection connection = database.connect()) {
            execute(
                    connection,
                    "insert into KS_ROLE (ID, REALM_ID, TENANT_ID, ROLE_KEY, NAME, DESCRIPTION, RANK_NUMBER, GRANTS, PARENTS,"
                            + " STOCK_ROLES, VERSION) select gen_random_uuid()::text, o.REALM_ID, o.ID, 'role' || n,"
                            + " 'Role ' || n, '', n, jsonb_build_array('journeys.act' || n), case when n = 1 then '[]'::jsonb"
                            + " else jsonb_build_array('role' || (n - 1)) end, '[]', 0"
                            + " from ORG o, generate_series(1, " + ROLES + ") n where o.REALM_ID = ?",
                    realmId);
            execute(
                    connection,
                    "insert into KS_ASSIGNMENT (ID, REALM_ID, TENANT_ID, PRINCIPAL_TYPE, PRINCIPAL_ID, ROLE_KEY, PATH, SOURCE,"
                            + " DETAIL, CREATED_AT, VERSION) select gen_random_uuid()::text, o.REALM_ID, o.ID, 'user', m.USER_ID,"
                            + " 'role' || (1 + abs(hashtext(m.USER_ID)) % " + ROLES + "), '', 'manual', '', 0, 0"
                            + " from ORG o join USER_GROUP_MEMBERSHIP m on m.GROUP_ID = o.GROUP_ID where o.REALM_ID = ?",
                    realmId);
            execute(connection, "analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void measure() {
        report.fact(
                "%d tenants, each with %d members and %d roles of its own, in one realm; one client, %d requests each, of another tenant each time"
                        .formatted(TENANTS, MEMBERS, ROLES, REQUESTS));
        report.columns("", "p50", "p95", "max", "wish for p95", "met");
        String prefix = realm.adminDoor()
                .get("/tenants/" + tenant(1) + "/members?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        String suffix = prefix.substring(prefix.indexOf('-'));
        row("roles of a tenant", number -> read("/tenants/" + tenant(number) + "/roles"));
        row("assignments in a tenant", number -> read("/tenants/" + tenant(number) + "/assignments"));
        row(
                "who has a role",
                number -> read("/tenants/" + tenant(number) + "/roles/role" + (1 + number % ROLES) + "/members"));
        row(
                "what a member may",
                number -> read("/tenants/" + tenant(number) + "/members/" + member(number, suffix) + "/permissions"));
        row("who can", number -> query("/who-can", question(number, "")));
        row("a decision", number -> query("/check", question(number, member(number, suffix))));
        row(
                BATCH + " decisions about as many members",
                number -> query(
                        "/check",
                        IntStream.range(0, BATCH)
                                .mapToObj(one -> question(number, "u" + (number - 1 + one * TENANTS) + suffix))
                                .collect(Collectors.joining(",", "[", "]"))));
        report.write();
    }

    private interface Request {
        void of(int tenant);
    }

    private void row(String name, Request request) {
        double[] millis = new double[REQUESTS];
        for (int number = -WARM_UP; number < REQUESTS; number++) {
            int tenant = 2 + Math.floorMod(number * STEP, TENANTS - 2);
            double once = Latencies.millis(() -> request.of(tenant));
            if (number >= 0) {
                millis[number] = once;
            }
        }
        Latencies latencies = Latencies.of(millis);
        report.row(
                name,
                number(latencies.median()),
                number(latencies.p95()),
                number(latencies.max()),
                "< 50 ms",
                Report.met(latencies.p95() < WISHED_MILLIS));
    }

    private void read(String path) {
        server.client().read(realm, path, server.keycloak().administratorToken());
    }

    private void query(String path, String json) {
        server.client().query(realm, path, json, server.keycloak().administratorToken());
    }

    /** @param subject empty for none */
    private static String question(int tenant, String subject) {
        return "{\"tenant\":\"" + tenant(tenant) + "\",\"permission\":\"" + permission(1) + "\""
                + (subject.isEmpty() ? "" : ",\"subject\":\"" + subject + "\"") + "}";
    }

    private static String tenant(int number) {
        return String.format(Locale.ROOT, "tenant-%05d", number);
    }

    /** {@link ManyTenants} puts every so manieth user into the same tenant. */
    private static String member(int tenant, String suffix) {
        return "u" + (tenant - 1) + suffix;
    }

    private static String permission(int number) {
        return "journeys.act" + number;
    }

    private static String number(double millis) {
        return String.format(Locale.ROOT, "%.1f ms", millis);
    }

    private static void execute(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}

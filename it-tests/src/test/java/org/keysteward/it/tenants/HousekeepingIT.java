package org.keysteward.it.tenants;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** Our rows go when what they speak of goes, by event or by sweep. */
@KeycloakTest
class HousekeepingIT {
    @Test
    void aRemovedRealmLeavesNoRowOfOurs(Keycloak keycloak, Database database) throws SQLException {
        String realmId;
        try (TestRealm realm = keycloak.createRealm()) {
            realmId = realm.admin().get().then().extract().path("id");
            var tenancy = Tenancy.in(realm).plan("team", 3);
            tenancy.tenant("acme", "team");
            tenancy.member("acme", "owner", "owner");
            tenancy.defaultPlan("team");
            tenancy.api()
                    .header("Idempotency-Key", "k")
                    .body(Map.of("key", "more", "name", "More"))
                    .post("/plans");
            assertThat(rowsOf(database, realmId)).isGreaterThanOrEqualTo(7);
        }

        assertThat(rowsOf(database, realmId)).isZero();
    }

    @Test
    void aRemovedTenantLeavesNoRowOfOurs(TestRealm realm, Database database) throws SQLException {
        var tenancy = Tenancy.in(realm);
        var acme = tenancy.tenant("acme", null);
        tenancy.member("acme", "owner", "owner");
        realm.admin().delete("/organizations/" + acme.id()).then().statusCode(204);

        assertThat(count(database, "select count(*) from KS_LICENSE where TENANT_ID = ?", acme.id()))
                .isZero();
        assertThat(count(database, "select count(*) from KS_MEMBER where TENANT_ID = ?", acme.id()))
                .isZero();
    }

    @Test
    void aRemovedUserLeavesNoRowOfOurs(TestRealm realm, Database database) throws SQLException {
        var tenancy = Tenancy.in(realm);
        tenancy.tenant("acme", null);
        TestUser owner = tenancy.member("acme", "owner", "owner");
        realm.admin().delete("/users/" + owner.id()).then().statusCode(204);

        assertThat(count(database, "select count(*) from KS_MEMBER where USER_ID = ?", owner.id()))
                .isZero();
    }

    @Test
    void theSweepFindsWhatNoEventTold(TestRealm realm, Database database) throws SQLException {
        String realmId = realm.admin().get().then().extract().path("id");
        String tenant = UUID.randomUUID().toString();
        try (Connection connection = database.connect();
                var license = connection.prepareStatement(
                        "insert into KS_LICENSE (TENANT_ID, REALM_ID, LIMITS, VERSION, UPDATED_AT) values (?, ?, '{}', 0, 0)");
                var member = connection.prepareStatement(
                        "insert into KS_MEMBER (TENANT_ID, USER_ID, REALM_ID, MEMBER_ROLE, STATUS, VERSION)"
                                + " values (?, ?, ?, 'owner', 'active', 0)");
                var lease =
                        connection.prepareStatement("update KS_LEASE set NEXT_RUN = 0 where NAME = 'tenants-sweep'")) {
            license.setString(1, tenant);
            license.setString(2, realmId);
            license.executeUpdate();
            member.setString(1, tenant);
            member.setString(2, UUID.randomUUID().toString());
            member.setString(3, realmId);
            member.executeUpdate();
            assertThat(lease.executeUpdate()).isEqualTo(1);
        }

        await("the orphans are gone").atMost(ofSeconds(30)).untilAsserted(() -> {
            assertThat(count(database, "select count(*) from KS_LICENSE where TENANT_ID = ?", tenant))
                    .isZero();
            assertThat(count(database, "select count(*) from KS_MEMBER where TENANT_ID = ?", tenant))
                    .isZero();
        });
        // Moved forward on the database's clock, so that no other node runs it again.
        assertThat(count(
                        database,
                        "select count(*) from KS_LEASE where NAME = ? and OWNER is not null and NEXT_RUN >"
                                + " extract(epoch from now()) * 1000",
                        "tenants-sweep"))
                .isEqualTo(1);
    }

    @Test
    void uninstallingNamesEveryTableOfOurs(Database database) throws SQLException, IOException {
        String script = Files.readString(Settings.REPOSITORY.path().resolve("docs/uninstall.sql"))
                .toUpperCase(Locale.ROOT);
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.connect();
                var statement = connection.prepareStatement("select upper(relname) from pg_class"
                        // A partition goes with its table.
                        + " where relkind in ('r', 'p') and not relispartition"
                        + " and (relname like 'ks\\_%' or relname like 'databasechangelog\\_ks\\_%')");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }

        // Partitions go with their table.
        tables.removeIf(table -> table.startsWith("KS_AUDIT_RECORD_"));
        assertThat(tables)
                .hasSizeGreaterThan(9)
                .allSatisfy(table -> assertThat(script).contains(" " + table + ";"));
    }

    private static long rowsOf(Database database, String realmId) throws SQLException {
        long rows = 0;
        for (String count : new String[] {
            "select count(*) from KS_PLAN where REALM_ID = ?",
            "select count(*) from KS_LICENSE where REALM_ID = ?",
            "select count(*) from KS_MEMBER where REALM_ID = ?",
            "select count(*) from KS_SETTING where REALM_ID = ?",
            "select count(*) from KS_REVISION where REALM_ID = ?",
            "select count(*) from KS_IDEMPOTENCY where REALM_ID = ?",
            "select count(*) from KS_REALM where REALM_ID = ?"
        }) {
            rows += count(database, count, realmId);
        }
        return rows;
    }

    private static long count(Database database, String query, String id) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, id);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}

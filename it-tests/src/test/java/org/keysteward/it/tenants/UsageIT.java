package org.keysteward.it.tenants;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Mail;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** What tenants use, day by day, and who is told when seats run out. */
@KeycloakTest
class UsageIT {
    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @SuppressWarnings("NullAway.Init")
    private TestOrganization acme;

    @SuppressWarnings("NullAway.Init")
    private TestUser owner;

    @BeforeEach
    void aTenantOfFiveSeats(TestRealm realm) {
        tenancy = Tenancy.in(realm).plan("five", 5).openRealmDoor();
        acme = tenancy.tenant("acme", "five");
        owner = tenancy.member("acme", "owner", "owner");
    }

    @Test
    void todayIsShownAsItIs() {
        TestUser ada = tenancy.member("acme", "ada", "member");
        TestUser gone = tenancy.member("acme", "gone", "member");
        acme.remove(gone).then().statusCode(204);
        ada.signIn();
        ada.signIn();
        tenancy.realm().createUser("stranger").signIn();

        String today = LocalDate.now(ZoneOffset.UTC).toString();
        await("what was noted to be written")
                .atMost(ofSeconds(40))
                .untilAsserted(
                        () -> usage("").then().statusCode(200).body("items[0].signIns", greaterThanOrEqualTo(3)));
        usage("?from=" + today + "&to=" + today)
                .then()
                .body("items", hasSize(1))
                .body("items[0].day", equalTo(today))
                .body("items[0].seatsUsed", equalTo(2))
                .body("items[0].seatLimit", equalTo(5))
                .body("items[0].seatsPeak", equalTo(3))
                .body("items[0].activeMembers1", equalTo(2))
                .body("items[0].activeMembers30", equalTo(2));
    }

    @Test
    void aDayIsKeptForReportsGaugesAndNobodyElse(Database database, Keycloak keycloak) throws SQLException {
        tenancy.member("acme", "ada", "member");
        remember(database, 10);
        remember(database, 399);
        remember(database, 401);
        Tasks.hasten(database, "tenants-usage");

        await("the day's row").atMost(ofSeconds(40)).until(() -> days(database) == 3);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        usage("?from=" + today.minusDays(399) + "&to=" + today)
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items[0].day", equalTo(today.minusDays(399).toString()))
                .body("items[0].seatsPeak", equalTo(7))
                .body("items[2].seatsUsed", equalTo(2));
        String csv = tenancy.as(owner)
                .accept("text/csv")
                .get("/tenants/acme/usage?from=" + today.minusDays(10))
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv.lines())
                .hasSize(3)
                .startsWith("day,seatsUsed,seatLimit,seatsPeak,pendingInvitations,activeMembers1,activeMembers7,"
                        + "activeMembers30,signIns");
        String realm = "realm=\"" + tenancy.realm().name() + "\"";
        await("the gauges")
                .atMost(ofSeconds(90))
                .untilAsserted(() -> assertThat(keycloak.metrics())
                        .contains("keysteward_tenants{" + realm + "} 1.0")
                        .contains("keysteward_seats_used{" + realm + "} 2.0")
                        .contains("keysteward_seats_limit{" + realm + "} 5.0")
                        .contains("keysteward_tenant_seats_used{" + realm + ",tenant=\"acme\"} 2.0"));
    }

    @Test
    void ownersAreToldOnceOfEachThreshold(Database database, Mail mail) {
        tenancy.realm().sendMailTo(mail);
        for (TestUser user : tenancy.users("user", 2)) {
            acme.add(user).then().statusCode(201);
        }
        TestUser fourth = tenancy.realm().createUser("fourth");
        acme.add(fourth).then().statusCode(201);
        Tasks.hasten(database, "tenants-warnings");

        Letter nearly = Letter.to("owner@example.org", mail);
        acme.remove(fourth).then().statusCode(204);
        acme.add(tenancy.realm().createUser("again")).then().statusCode(201);
        acme.add(tenancy.realm().createUser("fifth")).then().statusCode(201);
        Tasks.hasten(database, "tenants-warnings");
        await("the second letter")
                .atMost(ofSeconds(40))
                .until(() -> mail.messagesTo("owner@example.org").size() == 2);

        assertThat(nearly.subject()).isEqualTo("Seats of Tenant acme");
        assertThat(nearly.text()).contains("Tenant acme uses 4 of 5 seats.").contains("Soon nobody else can join.");
        assertThat(Letter.of(mail.messagesTo("owner@example.org").get(1)).text())
                .contains("Tenant acme uses 5 of 5 seats.")
                .contains("Nobody else can join until a seat is free");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?from=yesterday", "?from=2026-02-30", "?from=2026-05-01&to=2026-04-01", "?from=2020-01-01"})
    void whatIsNoSpanOfDaysIsRefused(String query) {
        usage(query).then().statusCode(422).body("type", equalTo("urn:keysteward:problem:invalid-field"));
    }

    @Test
    void plainMembersDoNotSeeIt() {
        tenancy.as(tenancy.member("acme", "ada", "member"))
                .get("/tenants/acme/usage")
                .then()
                .statusCode(403);
    }

    private Response usage(String query) {
        return tenancy.as(owner).get("/tenants/acme/usage" + query);
    }

    private void remember(Database database, int daysAgo) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.prepareStatement("insert into KS_USAGE (TENANT_ID, USAGE_DAY, REALM_ID,"
                        + " SEATS_USED, SEATS_PEAK, PENDING, ACTIVE_1, ACTIVE_7, ACTIVE_30, SIGN_INS)"
                        + " values (?, ?, (select REALM_ID from ORG where ID = ?), 6, 7, 0, 1, 2, 3, 4)")) {
            statement.setString(1, acme.id());
            statement.setInt(
                    2, (int) LocalDate.now(ZoneOffset.UTC).minusDays(daysAgo).toEpochDay());
            statement.setString(3, acme.id());
            statement.executeUpdate();
        }
    }

    private long days(Database database) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.prepareStatement("select count(*) from KS_USAGE where TENANT_ID = ?")) {
            statement.setString(1, acme.id());
            try (var counted = statement.executeQuery()) {
                counted.next();
                return counted.getLong(1);
            }
        }
    }
}

package org.keysteward.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keysteward.it.harness.Cluster;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Mail;
import org.keysteward.it.harness.Probe;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.harness.Tokens;
import org.keysteward.it.harness.Visitor;

/** Licenses start, end, are suspended and resumed; what that means is looked at on the other node. */
@KeycloakTest(nodes = 2)
class LicenseIT {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @SuppressWarnings("NullAway.Init")
    private TestOrganization acme;

    @BeforeEach
    void plans(TestRealm realm) {
        tenancy = Tenancy.in(realm).openRealmDoor();
        plan("deny", "deny-sign-in");
        plan("stop", "no-growth");
        plan("allow", "allow");
        acme = tenancy.tenant("acme", "stop");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 30, 0, trial",
        "-1, 30, 0, active",
        "-30, -1, 7, grace",
        "-30, -8, 7, expired",
        "-30, -1, 0, expired",
        "14, 14, 0, trial"
    })
    void itStandsWhereTheClockSays(int starts, int expires, int graceDays, String state) {
        give(Map.of("plan", "stop", "startsAt", days(starts), "expiresAt", days(expires), "graceDays", graceDays))
                .then()
                .statusCode(200)
                .body("state", equalTo(state))
                .body("graceEndsAt", equalTo(days(expires + graceDays)));
    }

    @Test
    void whatCannotBeIsRefused() {
        refuse(Map.of("startsAt", days(2), "expiresAt", days(1)), "/expiresAt");
        refuse(Map.of("limits", Map.of("seats", -1)), "/limits/seats");
        refuse(Map.of("limits", Map.of("chairs", 1)), "/limits/chairs");
        refuse(Map.of("graceDays", -1), "/graceDays");
        refuse(Map.of("expiresAt", "tomorrow"), "/expiresAt");
        refuse(Map.of("plan", "gold"), "/plan");
        refuse(Map.of("colour", "red"), "/colour");
        refuse(Map.of("features", Map.of("sso", List.of(1))), "/features/sso");

        license().body("plan", equalTo("stop")).body("expiresAt", nullValue());
    }

    @Test
    void anExpiredLicenseLetsMembersInAndNothingGrow(Mail mail) {
        tenancy.realm().sendMailTo(mail);
        TestUser member = tenancy.member("acme", "member", "owner");
        give(Map.of("plan", "stop", "expiresAt", days(-1)))
                .then()
                .statusCode(200)
                .body("state", equalTo("expired"));

        assertThat(organizations(member.signIn("organization:acme"))).contains("acme");
        nothingGrows("license-expired", member);

        give(Map.of("plan", "allow", "expiresAt", days(-1))).then().body("state", equalTo("expired"));
        tenancy.add("acme", tenancy.realm().createUser("later"), "member")
                .then()
                .statusCode(201);
    }

    @Test
    void aSuspensionHasKeycloakRefuseMembersOnEveryNode(Cluster cluster, Probe probe, Mail mail) {
        tenancy.realm().sendMailTo(mail);
        TestUser owner = tenancy.member("acme", "owner", "owner");
        TestUser managed = tenancy.realm().createUser("managed");
        probe.addManagedMember(managed, acme).then().statusCode(200);
        TestUser ownerThere = there(cluster, owner);
        TestUser managedThere = there(cluster, managed);
        Tokens ownersTokens = ownerThere.signIn("keysteward", "organization:acme");
        Tokens managedTokens = managedThere.signIn();

        tenancy.api()
                .body(Map.of("reason", "The invoice of May is open."))
                .post("/tenants/acme/license/suspend")
                .then()
                .statusCode(200)
                .body("state", equalTo("suspended"))
                .body("suspension.reason", equalTo("The invoice of May is open."));

        managedThere.trySignIn().then().statusCode(400).body("error_description", containsString("disabled"));
        managedThere
                .tryRefresh(managedTokens)
                .then()
                .statusCode(400)
                .body("error_description", equalTo("User disabled"));
        ownerThere.trySignIn("organization:acme").then().statusCode(400).body("error", equalTo("invalid_scope"));
        ownerThere.tryRefresh(ownersTokens).then().statusCode(400);
        ownerThere.signIn();
        nothingGrows("license-suspended", owner);
        assertThat(loginPage(managedThere).text())
                .contains("You cannot sign in: the license of your organization is suspended.")
                .as("whoever types a name need not be the one who has it")
                .doesNotContain("acme is")
                .doesNotContain("invoice");

        tenancy.api()
                .post("/tenants/acme/license/resume")
                .then()
                .statusCode(200)
                .body("state", equalTo("active"))
                .body("suspension", nullValue());

        managedThere.signIn();
        managedThere.tryRefresh(managedTokens).then().statusCode(200);
        ownerThere.tryRefresh(ownersTokens).then().statusCode(200);
        assertThat(organizations(ownerThere.signIn("organization:acme"))).contains("acme");
    }

    @Test
    void whatAnAdministratorDisabledStaysDisabled() {
        enable(false);
        suspend();
        resume();
        tenant().body("enabled", equalTo(false));

        enable(true);
        suspend();
        tenant().body("enabled", equalTo(false));
        resume();
        tenant().body("enabled", equalTo(true));
    }

    @Test
    void suspendingTwiceIsLiftedOnce() {
        suspend();
        suspend();
        resume();

        tenant().body("enabled", equalTo(true));
        resume();
        tenant().body("enabled", equalTo(true));
    }

    @Test
    void renewingAnExpiredLicenseOpensTheTenantAgain(Probe probe) {
        TestUser managed = tenancy.realm().createUser("managed");
        probe.addManagedMember(managed, acme).then().statusCode(200);

        give(Map.of("plan", "deny", "expiresAt", days(-1))).then().statusCode(200);
        managed.trySignIn().then().statusCode(400);
        assertThat(loginPage(managed).text())
                .contains("You cannot sign in: the license of your organization is no longer in force.");
        give(Map.of("plan", "deny", "expiresAt", days(365))).then().statusCode(200);

        managed.signIn();
    }

    @Test
    void theClockAloneClosesATenantAndAPlanThatChangedOpensIt(Probe probe) {
        TestUser managed = tenancy.realm().createUser("managed");
        probe.addManagedMember(managed, acme).then().statusCode(200);
        give(Map.of("plan", "deny", "expiresAt", Instant.now().plusSeconds(3).toString()))
                .then()
                .statusCode(200)
                .body("state", equalTo("active"));
        managed.signIn();

        await("the clock")
                .atMost(Duration.ofSeconds(90))
                .until(() -> managed.trySignIn().statusCode() == 400);
        tenancy.api()
                .body(Map.of("name", "deny", "onExpiry", "no-growth"))
                .put("/plans/deny")
                .then()
                .statusCode(200);

        await("the plan")
                .atMost(Duration.ofSeconds(90))
                .until(() -> managed.trySignIn().statusCode() == 200);
    }

    @Test
    void anIdentityProviderBeyondTheLimitIsNotLinked() {
        give(Map.of("plan", "stop", "limits", Map.of("identityProviders", 1)))
                .then()
                .statusCode(200);
        for (String alias : List.of("one", "two")) {
            tenancy.realm()
                    .admin()
                    .body(Map.of(
                            "alias",
                            alias,
                            "providerId",
                            "oidc",
                            "enabled",
                            true,
                            "config",
                            Map.of(
                                    "clientId", "x",
                                    "clientSecret", "x",
                                    "authorizationUrl", "https://idp.example/auth",
                                    "tokenUrl", "https://idp.example/token")))
                    .post("/identity-provider/instances")
                    .then()
                    .statusCode(201);
        }

        link("one").then().statusCode(204);
        link("two")
                .then()
                .statusCode(409)
                .body("errorMessage", containsString("has reached its limit identityProviders: 1 of 1 are used"));

        license().body("use.identityProviders.used", equalTo(1));
    }

    @Test
    void aStrangerAndAMemberChangeNothing() {
        TestUser owner = tenancy.member("acme", "owner", "owner");

        tenancy.as(owner)
                .body(Map.of("plan", "allow"))
                .put("/tenants/acme/license")
                .then()
                .statusCode(403);
        tenancy.as(owner)
                .body(Map.of("reason", "mine"))
                .post("/tenants/acme/license/suspend")
                .then()
                .statusCode(403);
        tenancy.as(owner).post("/tenants/acme/license/resume").then().statusCode(403);
        tenancy.as(owner)
                .body(Map.of("token", "x"))
                .put("/tenants/acme/license/signed")
                .then()
                .statusCode(403);
    }

    private void nothingGrows(String problem, TestUser owner) {
        String type = "urn:keysteward:problem:" + problem;
        tenancy.add("acme", tenancy.realm().createUser("one-more"), "member")
                .then()
                .statusCode(409)
                .body("type", equalTo(type));
        acme.add(tenancy.realm().createUser("and-one-more")).then().statusCode(400);
        tenancy.as(owner)
                .body(Map.of("email", "ada@new.example"))
                .post("/tenants/acme/invitations")
                .then()
                .statusCode(409)
                .body("type", equalTo(type));
        tenancy.as(owner)
                .body(Map.of("name", "grow.example"))
                .post("/tenants/acme/domains")
                .then()
                .statusCode(409)
                .body("type", equalTo(type));
    }

    private static Visitor.Place loginPage(TestUser user) {
        var visitor = new Visitor();
        var first = visitor.open(user.realm().keycloak().url() + "/realms/"
                + user.realm().name() + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id="
                + TestRealm.CLIENT + "&redirect_uri=" + user.realm().redirectUri());
        var second = visitor.submit(first, Map.of("username", user.username(), "password", user.password()));
        return second.body().contains("name=\"password\"")
                ? visitor.submit(second, Map.of("password", user.password()))
                : second;
    }

    private static TestUser there(Cluster cluster, TestUser user) {
        return new TestUser(user.realm().seenFrom(cluster.node(2)), user.id(), user.username(), user.password());
    }

    private static String organizations(Tokens tokens) {
        return String.valueOf(tokens.accessClaims().<Object>get("organization"));
    }

    private void plan(String key, String onExpiry) {
        tenancy.api()
                .body(Map.of("key", key, "name", key, "onExpiry", onExpiry, "limits", Map.of("seats", 20)))
                .post("/plans")
                .then()
                .statusCode(201)
                .body("onExpiry", equalTo(onExpiry));
    }

    private Response give(Map<String, Object> license) {
        return tenancy.api().body(license).put("/tenants/acme/license");
    }

    private void refuse(Map<String, Object> part, String pointer) {
        var license = new HashMap<String, Object>(Map.of("plan", "stop"));
        license.putAll(part);
        give(license).then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    private ValidatableResponse license() {
        return tenancy.api().get("/tenants/acme/license").then().statusCode(200);
    }

    private ValidatableResponse tenant() {
        return tenancy.api().get("/tenants/acme").then().statusCode(200);
    }

    private void enable(boolean enabled) {
        tenancy.realm()
                .admin()
                .body(Map.of("name", "Tenant acme", "alias", "acme", "enabled", enabled))
                .put("/organizations/" + acme.id())
                .then()
                .statusCode(204);
    }

    private void suspend() {
        tenancy.api()
                .body(Map.of("reason", "unpaid"))
                .post("/tenants/acme/license/suspend")
                .then()
                .statusCode(200);
    }

    private void resume() {
        tenancy.api().post("/tenants/acme/license/resume").then().statusCode(200);
    }

    private Response link(String alias) {
        return tenancy.realm()
                .admin()
                .body("\"" + alias + "\"")
                .post("/organizations/" + acme.id() + "/identity-providers");
    }

    private static String days(int days) {
        return NOW.plus(days, ChronoUnit.DAYS).toString();
    }
}

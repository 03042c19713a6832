package org.keysteward.it.scim;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.browser.Browser;
import org.keysteward.it.browser.ProvisioningPage;
import org.keysteward.it.browser.TenantPage;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tenancy;

/** What an administrator does with provisioning connections in the console. */
@KeycloakTest
class ProvisioningPageIT {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;
    private static final String MUCH_LATER = "2099-12-31T12:00";

    private static final String HEALTH = """
            {"lastSyncAt": "2026-10-30T04:12:09Z", "stale": true,
             "operations": [
               {"operation": "create user", "succeeded": 1284, "failed": 3},
               {"operation": "change group", "succeeded": 57, "failed": 0}],
             "durations": {"p50": 11, "p95": 48, "p99": 203},
             "errors": [
               {"at": "2026-10-30T04:12:09Z", "requestId": "0193a2c4-77aa-7d0e-9f3b-2f6a1c9b5e10",
                "operation": "create user", "status": 409, "scimType": "uniqueness",
                "detail": "Another resource has this userName."},
               {"at": "2026-10-30T04:12:08Z", "requestId": "0193a2c4-77a1-7c55-8f0e-6b1d2e3f4a5b",
                "operation": "create user", "status": 403, "detail": "Tenant acme has no free seat: 3 of 3 seats are used."}],
             "ignored": ["/costCenter", "/name/nickname"]}
            """;

    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @BeforeEach
    void aTenant(TestRealm realm) {
        tenancy = Tenancy.in(realm);
        tenancy.tenant("acme", null);
    }

    @Test
    void aTokenOfATenantsConnectionWorksUntilItIsRevoked(TestRealm realm, Browser browser) {
        ProvisioningPage page = ofTenant(realm, browser);
        picture(page.page(), "empty");

        page.create("Entra ID", "");
        assertThat(page.title()).hasText("Entra ID");
        assertThat(page.access()).containsText("no token yet");
        page.askForToken().field("scim-token-expiresAt").fill(MUCH_LATER);
        picture(page.page(), "issue");
        page.issueToken();
        ProvisioningPage.Issued issued = page.issued();
        picture(page.page(), "issued");
        page.page().keyboard().press("Escape");
        assertThat(page.field("issued-token")).isVisible();
        page.closeIssued();

        assertEquals(
                realm.keycloak().url() + "/realms/" + realm.name() + "/keysteward/tenants/acme/scim/v2",
                issued.baseUrl());
        assertThat(page.fact("baseUrl")).containsText(issued.baseUrl());
        assertThat(page.access()).hasCount(0);
        assertThat(page.token(issued)).containsText("2099");
        assertThat(page.token(issued).getByTestId("scim-token-state")).hasText("Valid");
        assertThat(page.token(issued).getByTestId("scim-token-use")).hasText("Never");
        assertEquals(200, status(realm, issued));
        // The server writes uses down every few seconds.
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            page.reload();
            assertThat(page.token(issued)).isVisible();
            return !page.token(issued)
                    .getByTestId("scim-token-use")
                    .textContent()
                    .equals("Never");
        });
        picture(page.page(), "connection");

        page.revoke(issued);
        assertThat(page.token(issued)).hasCount(0);
        assertThat(page.access()).containsText("no token yet");
        assertEquals(401, status(realm, issued));
    }

    @Test
    void aSecondTokenTakesThePlaceOfTheFirst(TestRealm realm, Browser browser) {
        ProvisioningPage page = ofTenant(realm, browser);
        page.create("Okta", "");
        page.askForToken();
        assertThat(page.field("scim-token-others")).hasCount(0);
        page.issueToken();
        ProvisioningPage.Issued first = page.issued();
        page.closeIssued();

        page.askForToken().field("scim-token-others").fill("48");
        page.issueToken();
        ProvisioningPage.Issued second = page.issued();
        page.closeIssued();

        assertThat(page.token(first).getByTestId("scim-token-state")).hasText("Expires soon");
        assertThat(page.token(second).getByTestId("scim-token-expiry")).hasText("Never");
        assertThat(page.access()).hasCount(0);
        assertEquals(200, status(realm, first));
        assertEquals(200, status(realm, second));
        page.back();
        assertThat(page.row("Okta")).containsText(first.hint());
        assertThat(page.row("Okta")).containsText("never expires");
        picture(page.page(), "list");
    }

    @Test
    void aConnectionIsChangedAndRemoved(TestRealm realm, Browser browser) {
        ProvisioningPage page = ofTenant(realm, browser);
        page.create("Entra", "");

        page.edit().field("connection-name").fill("Entra ID");
        page.refuseUnknownAttributes().field("connection-addresses").fill("198.51.100.0/24\n\n2001:db8::/32\n");
        picture(page.page(), "edit");
        page.save();

        assertThat(page.title()).hasText("Entra ID");
        assertThat(page.fact("shown-strict")).hasText("Refused");
        assertThat(page.fact("shown-addresses")).containsText("2001:db8::/32");
        tenancy.api()
                .get("/tenants/acme/scim-connections")
                .then()
                .statusCode(200)
                .body("items.name", contains("Entra ID"))
                .body("items[0].strict", equalTo(true))
                .body("items[0].allowedAddresses", contains("198.51.100.0/24", "2001:db8::/32"));
        tenancy.api().get("/scim-connections").then().statusCode(200).body("items", hasSize(0));

        page.remove();
        assertThat(page.page().getByTestId("empty-state")).isVisible();
        tenancy.api().get("/tenants/acme/scim-connections").then().body("items", hasSize(0));
    }

    @Test
    void aConnectionTakesOverFromOneThatIsRemoved(TestRealm realm, Browser browser) {
        String ada = provisionedAuthor(realm);
        String former = tenancy.api().get("/tenants/acme/scim-connections").path("items[0].id");
        ProvisioningPage page =
                ofTenant(realm, browser).show("directory of acme").askToRemove();
        picture(page.page(), "remove");
        page.keepRoles().confirmRemoval();
        assertThat(page.page().getByTestId("empty-state")).isVisible();
        tenancy.api().get("/tenants/acme/assignments").then().body("items.role", contains("author"));

        page.create("Entra ID", "").askToAdopt();
        assertThat(page.page().getByTestId("adopt-from")).containsText("directory of acme, removed");
        picture(page.page(), "adopt");
        page.adopt(former);

        assertThat(page.page().getByText("Entra ID took over users: 1, groups: 1"))
                .isVisible();
        picture(page.page(), "adopted");
        String connection = tenancy.api().get("/tenants/acme/scim-connections").path("items[0].id");
        tenancy.api()
                .get("/tenants/acme/assignments")
                .then()
                .body("items.principal.id", contains(ada))
                .body("items.detail", contains(connection));
    }

    @Test
    void aConnectionTakesOverFromOneThatIsStillThere(TestRealm realm, Browser browser) {
        Provisioner other = Provisioner.ofRealm(realm);
        other.createUser("ada", Map.of());
        ProvisioningPage page = ProvisioningPage.opened(browser.adminConsole(realm));

        page.create("Entra ID", "").askToAdopt().adopt(other.connection());

        assertThat(page.page().getByText("took over users: 1, groups: 0")).isVisible();
    }

    @Test
    void withoutAnotherConnectionThereIsNothingToTakeOver(TestRealm realm, Browser browser) {
        connection("Entra");
        ProvisioningPage page = ofTenant(realm, browser).show("Entra").askToAdopt();

        assertThat(page.page().getByTestId("adopt-none")).isVisible();
        assertThat(page.page().getByTestId("confirm-adopt")).isDisabled();
    }

    @Test
    void rolesGoWithAConnectionUnlessTheyAreKept(TestRealm realm, Browser browser) {
        provisionedAuthor(realm);

        ofTenant(realm, browser).show("directory of acme").remove();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        tenancy.api().get("/tenants/acme/assignments").then().body("items", hasSize(0)));
    }

    @Test
    void isToldAtTheFieldWhatIsWrong(TestRealm realm, Browser browser) {
        ProvisioningPage page = ofTenant(realm, browser);

        page.create("Entra ID", "198.51.100.0/24\nnowhere");
        assertThat(page.errorAt("connection-addresses")).containsText("nowhere:");
        picture(page.page(), "wrong");
        page.field("connection-addresses").fill("");
        page.save();
        page.askForToken().field("scim-token-expiresAt").fill("2001-01-01T12:00");
        page.issueToken();

        assertThat(page.errorAt("scim-token-expiresAt")).containsText("passed");
        page.page().getByTestId("scim-token-months-12").click();
        page.issueToken().closeIssued();
        assertThat(page.access()).hasCount(0);
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseHasChanged(TestRealm realm, Browser browser) {
        String id = connection("Entra");
        ProvisioningPage page = ofTenant(realm, browser).show("Entra").edit();
        tenancy.api()
                .body(Map.of("name", "Entra of Acme", "strict", true))
                .put("/tenants/acme/scim-connections/" + id)
                .then()
                .statusCode(200);

        page.field("connection-name").fill("Entra ID");
        page.save();
        assertThat(page.page().getByTestId("problem")).isVisible();
        page.page().getByTestId("reload").click();

        assertThat(page.field("connection-name")).hasValue("Entra of Acme");
        page.field("connection-name").fill("Entra ID");
        page.save();
        assertThat(page.title()).hasText("Entra ID");
        assertThat(page.fact("shown-strict")).hasText("Refused");
    }

    @Test
    void theRealmHasConnectionsOfItsOwn(TestRealm realm, Browser browser) {
        connection("Entra");
        ProvisioningPage page = ProvisioningPage.opened(browser.adminConsole(realm));
        assertThat(page.row("Entra")).hasCount(0);

        page.create("People of the company", "");
        page.askForToken().issueToken();
        ProvisioningPage.Issued issued = page.issued();
        page.closeIssued();

        assertEquals(realm.keycloak().url() + "/realms/" + realm.name() + "/keysteward/scim/v2", issued.baseUrl());
        assertEquals(200, status(realm, issued));
        picture(page.page(), "realm");
        page.back();
        assertThat(page.row("People of the company")).containsText("…" + issued.hint());
        assertThat(page.page().getByTestId("nav-item-keysteward-provisioning")).hasAttribute("aria-current", "page");
        picture(page.page(), "realm-list");
    }

    /** What the server will say of health is told here, so that the page is seen with much of it. */
    @Test
    void showsHowAConnectionFares(TestRealm realm, Browser browser) {
        connection("Entra");
        ProvisioningPage page = ofTenant(realm, browser);
        page.page()
                .route(
                        "**/scim-connections/*/health",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody(HEALTH)));

        page.show("Entra");

        assertThat(page.health()).containsText("create user");
        assertThat(page.health().getByTestId("health-stale")).isVisible();
        assertThat(page.health().getByTestId("health-durations")).containsText("95 % within 48 ms");
        assertThat(page.health().getByTestId("health-errors")).containsText("409 uniqueness");
        assertThat(page.health().getByTestId("health-ignored")).containsText("/costCenter");
        picture(page.page(), "health", 2 * HEIGHT);
    }

    @Test
    void saysNothingOfHealthWhereTheServerDoesNot(TestRealm realm, Browser browser) {
        connection("Entra");
        ProvisioningPage page = ofTenant(realm, browser);
        page.page()
                .route(
                        "**/scim-connections/*/health",
                        route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));

        page.show("Entra");

        assertThat(page.access()).isVisible();
        assertThat(page.health()).hasCount(0);
        assertThat(page.page().getByTestId("problem")).hasCount(0);
    }

    @Test
    void speaksGermanToAViewerWhoChangesNothing(TestRealm realm, Browser browser) {
        realm.update(Map.of(
                "internationalizationEnabled", true, "supportedLocales", List.of("en", "de"), "defaultLocale", "de"));
        Provisioner.ofRealm(realm);
        TestUser viewer = realm.createAdministrator("viewer", "keysteward-viewer");

        ProvisioningPage page = ProvisioningPage.opened(browser, viewer);

        assertThat(page.page().getByTestId("nav-item-keysteward-provisioning")).hasText("Bereitstellung");
        assertThat(page.row("directory")).containsText("läuft nie ab");
        assertThat(page.page().getByTestId("create-connection")).hasCount(0);
        assertThat(page.row("directory").getByTestId("row-actions")).hasCount(0);
        page.show("directory");
        assertThat(page.page().getByTestId("scim-tokens")).containsText("Gültig");
        for (String what : List.of(
                "edit-connection", "adopt-connection", "remove-connection", "issue-scim-token", "row-actions")) {
            assertThat(page.page().getByTestId(what)).hasCount(0);
        }
        picture(page.page(), "german");
    }

    /** The id of a user who has the role author by a group that a connection has made. */
    private String provisionedAuthor(TestRealm realm) {
        AuthorRole.mapIn(tenancy);
        Provisioner directory = Provisioner.of(realm, "acme");
        String ada = directory.createUser("ada", Map.of("externalId", "1"));
        directory.createGroup("Authors", List.of(ada));
        return ada;
    }

    /** The id of a connection that is there already. */
    private String connection(String name) {
        return tenancy.api()
                .body(Map.of("name", name))
                .post("/tenants/acme/scim-connections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What the SCIM server answers to a directory that was given this. */
    private static int status(TestRealm realm, ProvisioningPage.Issued issued) {
        return realm.keycloak()
                .anonymously()
                .basePath("")
                .header("Authorization", "Bearer " + issued.token())
                .get(issued.baseUrl() + "/Users")
                .statusCode();
    }

    private static ProvisioningPage ofTenant(TestRealm realm, Browser browser) {
        return ProvisioningPage.opened(TenantPage.opened(browser.adminConsole(realm), realm, "acme", "overview"));
    }

    private static void picture(Page page, String name) {
        picture(page, name, HEIGHT);
    }

    /** For people who look at what they have made: {@code target/it-logs/pictures}. */
    private static void picture(Page page, String name, int height) {
        page.setViewportSize(WIDTH, height);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(Settings.DIRECTORY.text(), "it-logs", "pictures", "provisioning-" + name + ".png")));
    }
}

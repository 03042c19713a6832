package org.keysteward.it.roles;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.browser.Browser;
import org.keysteward.it.browser.RolesPage;
import org.keysteward.it.browser.TenantPage;
import org.keysteward.it.browser.TenantRoles;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tenancy;

/** What an administrator does with roles in the console. */
@KeycloakTest
class RolesPageIT {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;
    private static final String MUCH_LATER = "2099-12-31T12:00";

    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @SuppressWarnings("NullAway.Init")
    private TestUser ada;

    @BeforeEach
    void aTenantAndACatalogue(TestRealm realm) {
        tenancy = Tenancy.in(realm).plan("team", 10);
        tenancy.tenant("acme", "team");
        ada = tenancy.member("acme", "ada", "member");
        tenancy.api()
                .body(Map.of(
                        "permissions",
                        List.of(
                                permission("journeys.read"),
                                permission("journeys.publish"),
                                permission("reports.read"))))
                .post("/permissions")
                .then()
                .statusCode(200);
    }

    @Test
    void aRoleOfTheRealmIsATemplateInEveryTenant(TestRealm realm, Browser browser) {
        RolesPage page = RolesPage.opened(browser.adminConsole(realm));
        assertThat(page.row("owner")).containsText("Owner");
        assertThat(page.origin("owner")).hasText("Built in");
        assertThat(page.row("owner").getByTestId("row-actions")).hasCount(0);

        page.create("Editor", "editor", 15, "journeys.*\nreports.read");
        assertThat(page.origin("editor")).hasText("Of the realm");
        picture(page.page(), "realm");
        RolesPage ofTenant = tenantRoles(realm, browser).roles();

        assertThat(ofTenant.row("editor")).containsText("journeys.*");
        assertThat(ofTenant.origin("editor")).hasText("Of the realm");
        assertThat(ofTenant.row("editor").getByTestId("row-actions")).hasCount(0);
    }

    @Test
    void aTenantComposesARoleOfItsOwn(TestRealm realm, Browser browser) {
        realmRole("editor", "journeys.*");
        RolesPage page = tenantRoles(realm, browser).roles();

        page.create("Chief editor", "chief", 18, "reports.read", "editor");

        assertThat(page.origin("chief")).hasText("Of the tenant");
        picture(page.page(), "tenant");
        tenancy.api()
                .get("/tenants/acme/roles/chief")
                .then()
                .statusCode(200)
                .body("origin", equalTo("tenant"))
                .body("parents", contains("editor"))
                .body("effectiveGrants", containsInAnyOrder("journeys.*", "reports.read"));
        tenancy.api().get("/roles/chief").then().statusCode(404);
        assertThat(page.open("chief").getByTestId("role-shown-effectiveGrants")).containsText("journeys.*");
    }

    @Test
    void isToldAtTheFieldWhatIsWrong(TestRealm realm, Browser browser) {
        RolesPage page = RolesPage.opened(browser.adminConsole(realm));

        page.create("Editor", "Ed!", 15, "journeys.read\njourneys.*.read");

        assertThat(page.errorAt("role-key")).isVisible();
        page.page().getByTestId("role-key").fill("editor");
        page.saveRole();
        assertThat(page.errorAt("role-grants")).containsText("journeys.*.read:");
    }

    @Test
    void showsWhoLosesWhatBeforeARoleIsChanged(TestRealm realm, Browser browser) {
        realmRole("editor", "journeys.*");
        assign("editor");
        RolesPage page = RolesPage.opened(browser.adminConsole(realm));

        page.changeGrants("editor", "journeys.read\nreports.read");

        assertThat(page.impact()).containsText("1");
        assertThat(page.loses()).containsText("ada");
        assertThat(page.loses()).containsText("journeys.publish");
        assertThat(page.gains()).containsText("reports.read");
        picture(page.page(), "impact");
        tenancy.api().get("/roles/editor").then().body("grants", contains("journeys.*"));
        page.confirmChange();
        assertThat(page.row("editor")).containsText("reports.read");
        tenancy.api().get("/roles/editor").then().body("grants", containsInAnyOrder("journeys.read", "reports.read"));
    }

    @Test
    void aRoleInUseIsDeletedForAnother(TestRealm realm, Browser browser) {
        realmRole("editor", "journeys.*");
        realmRole("reader", "journeys.read");
        assign("editor");
        RolesPage page = RolesPage.opened(browser.adminConsole(realm));

        page.askToDelete("editor");
        assertThat(page.loses()).containsText("journeys.publish");
        page.page().getByTestId("confirm-delete-role").click();
        assertThat(page.page().getByTestId("problem")).containsText("assignments give this role");
        page.deleteFor("reader");

        assertThat(page.row("editor")).hasCount(0);
        tenancy.api().get("/tenants/acme/assignments").then().body("items.role", contains("reader"));
    }

    @Test
    void assignsARoleUntilADayAndEndsItBefore(TestRealm realm, Browser browser) {
        realmRole("editor", "journeys.*");
        TenantRoles page = tenantRoles(realm, browser).openSection("assignments");

        page.assign("nobody", "editor", "", MUCH_LATER, "Covers for Grace");
        assertThat(page.errorAt("assignment-principal")).containsText("no member");
        page.page().getByTestId("assignment-principal").fill("ada");
        page.page().getByTestId("save-assignment").click();

        Locator row = page.assignment("ada", "editor");
        assertThat(page.state(row)).hasText("Active");
        assertThat(row.getByTestId("assignment-row-until")).containsText("2099");
        picture(page.page(), "assignments");
        tenancy.api()
                .get("/tenants/acme/assignments")
                .then()
                .body("items[0].principal.id", equalTo(ada.id()))
                .body("items[0].until", startsWith("2099-12-31T"))
                .body("items[0].reason", equalTo("Covers for Grace"))
                .body("items[0].source", equalTo("manual"));

        page.filter("source", "scim");
        assertThat(row).hasCount(0);
        page.filter("source", "manual").filter("state", "active").filterPrincipal("ada");
        assertThat(row).isVisible();
        page.end("ada", "editor");
        assertThat(row).hasCount(0);
        tenancy.api().get("/tenants/acme/assignments").then().body("items.size()", equalTo(0));
    }

    @Test
    void checksAccessAndSaysWhy(TestRealm realm, Browser browser) {
        realmRole("author", "journeys.*");
        realmRole("editor", "reports.read", "author");
        assign("editor", "workspace/emea");
        TenantRoles page = tenantRoles(realm, browser);

        assertThat(page.check("ada", "journeys.publish", "")).hasAttribute("data-allowed", "false");
        assertThat(page.check("ada", "journeys.publish", "workspace/emea/fr")).hasAttribute("data-allowed", "true");
        assertThat(page.explanation("role")).hasText("editor");
        assertThat(page.explanation("source")).hasText("By hand");
        assertThat(page.explanation("path")).hasText("workspace/emea");
        assertThat(page.explanation("roles")).hasText("editor → author");
        assertThat(page.explanation("grant")).hasText("journeys.*");
        picture(page.page(), "check");

        page.check("eve", "journeys.publish", "");
        assertThat(page.errorAt("check-member")).containsText("no member");
    }

    @Test
    void aRuleIsSeenBeforeItIsTurnedOn(TestRealm realm, Browser browser) {
        realmRole("editor", "journeys.*");
        TenantRoles page = tenantRoles(realm, browser).openSection("rules");

        page.previewRule("Finance", "editor", "department", "finance, audit");
        assertThat(page.preview()).containsText("0");
        page.saveRule();
        assertThat(page.ruleState("finance")).hasText("Off");
        page.turnOn("finance");

        assertThat(page.ruleState("finance")).hasText("On");
        tenancy.api()
                .get("/tenants/acme/assignment-rules/finance")
                .then()
                .body("when.attribute", equalTo("department"))
                .body("when.in", containsInAnyOrder("finance", "audit"));
    }

    @Test
    void registersPermissionsSeparatesDutiesAndMapsGroups(TestRealm realm, Browser browser) {
        realmRole("buyer", "journeys.read");
        realmRole("approver", "journeys.publish");
        RolesPage page = RolesPage.opened(browser.adminConsole(realm)).openTab("permissions");

        page.register("billing", "billing.pay = Pay invoices\nbilling.read = See invoices");
        assertThat(page.permission("billing.pay")).containsText("Pay invoices");
        page.filterGroup("billing");
        assertThat(page.permission("journeys.read")).hasCount(0);
        picture(page.page(), "permissions");
        page.openTab("separation-of-duty").separate("Purchases", "purchases", "buyer", "approver");
        assertThat(page.duty("purchases")).containsText("approver");

        TenantRoles tenant = tenantRoles(realm, browser).openSection("mappings");
        tenant.mapGroup("sales-*", "buyer");
        assertThat(tenant.mapping("sales-*")).containsText("buyer");
    }

    @Test
    void everyTabAndSectionShowsSomethingAndComplainsOfNothing(TestRealm realm, Browser browser) {
        RolesPage page = RolesPage.opened(browser.adminConsole(realm));
        for (String tab : new String[] {"permissions", "separation-of-duty", "settings", "roles"}) {
            page.openTab(tab);
            complainsOfNothing(browser.page());
        }

        TenantRoles tenant = tenantRoles(realm, browser);
        for (String section :
                new String[] {"assignments", "rules", "mappings", "separation-of-duty", "check", "roles"}) {
            tenant.openSection(section);
            complainsOfNothing(browser.page());
        }
    }

    @Test
    void speaksGermanToAViewerWhoChangesNothing(TestRealm realm, Browser browser) {
        realm.update(Map.of(
                "internationalizationEnabled", true, "supportedLocales", List.of("en", "de"), "defaultLocale", "de"));
        realmRole("editor", "journeys.*");
        TestUser viewer = realm.createAdministrator("viewer", "keysteward-viewer");

        RolesPage page = RolesPage.opened(browser, viewer);

        assertThat(page.page().getByTestId("nav-item-keysteward-roles")).hasText("Rollen");
        assertThat(page.row("owner")).containsText("Eigentümer");
        assertThat(page.origin("owner")).hasText("Mitgeliefert");
        assertThat(page.page().getByTestId("create-role")).hasCount(0);
        assertThat(page.row("editor").getByTestId("row-actions")).hasCount(0);
        picture(page.page(), "german");
        page.openTab("separation-of-duty");
        assertThat(page.page().getByText("Keine Mengen von Rollen")).isVisible();
    }

    private static Map<String, String> permission(String key) {
        return Map.of("key", key, "description", "For tests", "group", "journeys");
    }

    private void realmRole(String key, String grant, String... parents) {
        tenancy.api()
                .body(Map.of(
                        "key", key, "name", key, "rank", 15, "grants", List.of(grant), "parents", List.of(parents)))
                .post("/roles")
                .then()
                .statusCode(201);
    }

    private void assign(String role) {
        assign(role, "");
    }

    /** To Ada. */
    private void assign(String role, String path) {
        tenancy.api()
                .body(Map.of("principal", Map.of("type", "user", "id", ada.id()), "role", role, "path", path))
                .post("/tenants/acme/assignments")
                .then()
                .statusCode(201);
    }

    private static TenantRoles tenantRoles(TestRealm realm, Browser browser) {
        return TenantRoles.opened(TenantPage.opened(browser.adminConsole(realm), realm, "acme", "overview"));
    }

    private static void complainsOfNothing(Page page) {
        assertThat(page.getByTestId("loading")).hasCount(0);
        assertThat(page.getByTestId("problem")).hasCount(0);
    }

    /** For people who look at what they have made: {@code target/it-logs/pictures}. */
    private static void picture(Page page, String name) {
        page.setViewportSize(WIDTH, HEIGHT);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(Settings.DIRECTORY.text(), "it-logs", "pictures", "roles-" + name + ".png")));
    }
}

package org.keysteward.it.roles;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.browser.Assignments;
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
        Assignments page = tenantRoles(realm, browser).assignments();

        page.assign("nobody", "editor", "", MUCH_LATER, "Covers for Grace");
        assertThat(page.errorAt("assignment-principal")).containsText("no member");
        page.assignTo("ada", "editor");

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
    void groupsAndServiceAccountsArePickedByName(TestRealm realm, Browser browser) {
        realmRole("editor", "journeys.*");
        group(realm, group(realm, null, "emea"), "sales");
        organizationGroup(realm, "finance");
        serviceAccount(realm, "robot");
        Assignments page = tenantRoles(realm, browser).assignments();

        page.askToAssign("organization-group");
        assertThat(page.offered("fin", "/finance")).hasCount(1);
        assertThat(page.offered("sal", "/emea/sales")).hasCount(0);
        page.assignTo("/sales", "editor");
        assertThat(page.errorAt("assignment-principal")).containsText("no group");
        picture(page.page(), "pick-group");
        page.assignTo("/finance", "editor");
        assertThat(page.assignment("/finance", "editor")).containsText("Group of the organization");
        page.askToAssign("realm-group");
        assertThat(page.offered("sal", "/emea/sales")).hasCount(1);
        page.assignTo("/emea/sales", "editor");
        assertThat(page.assignment("/emea/sales", "editor")).containsText("Group of the realm");
        page.askToAssign("service-account");
        assertThat(page.offered("rob", "robot")).hasCount(1);
        page.assignTo("robot", "editor");

        assertThat(page.assignment("service-account-robot", "editor")).isVisible();
        picture(page.page(), "groups");
        page.filterPrincipal("/emea/sales");
        assertThat(page.assignments()).hasCount(1);
        assertThat(page.assignment("/emea/sales", "editor")).isVisible();
    }

    @Test
    void groupsOfRulesAndMappingsArePickedByName(TestRealm realm, Browser browser) {
        realmRole("editor", "journeys.*");
        group(realm, group(realm, null, "emea"), "sales");
        organizationGroup(realm, "finance");
        TenantRoles page = tenantRoles(realm, browser).openSection("rules");

        page.askForRule("Sales", "editor", "group");
        assertThat(page.offeredForRule("sal", "/emea/sales")).hasCount(1);
        picture(page.page(), "rule-group");
        page.previewGroup("/emea/sales").saveRule();
        assertThat(page.rule("sales")).containsText("group of the realm /emea/sales");
        page.askForRule("Clerks", "editor", "organizationGroup");
        assertThat(page.offeredForRule("fin", "/finance")).hasCount(1);
        page.previewGroup("/finance").saveRule();

        assertThat(page.rule("clerks")).containsText("group of the organization /finance");
        tenancy.api()
                .get("/tenants/acme/assignment-rules/clerks")
                .then()
                .body("when.organizationGroup", equalTo("/finance"));
        picture(page.page(), "rules");
        page.openSection("mappings").askForMapping();
        assertThat(page.offeredForMapping("fin", "finance")).hasCount(1);
        page.mapGroup("finance", "editor");
        assertThat(page.mapping("finance")).containsText("editor");
    }

    @Test
    void whoMayNotSeeGroupsNamesThemByTheirIds(TestRealm realm, Browser browser) {
        realmRole("support", "journeys.read");
        String staff = group(realm, null, "staff");
        TestUser vera = realm.createAdministrator("vera", "keysteward-admin");
        Assignments page = RolesPage.opened(browser, vera).assignments();

        page.askToAssign("realm-group");
        assertThat(page.page().getByText("enter the id")).isVisible();
        page.assignTo(staff, "support");

        assertThat(page.assignment("/staff", "support")).isVisible();
    }

    @Test
    void assignsARoleInEveryTenant(TestRealm realm, Browser browser) {
        realmRole("support", "journeys.read");
        TestUser sue = realm.createUser("sue");
        group(realm, group(realm, null, "staff"), "night shift");
        Assignments page = RolesPage.opened(browser.adminConsole(realm)).assignments();
        assertThat(page.page().getByTestId("empty-state")).containsText("No assignments");
        picture(page.page(), "realm-assignments-empty");

        page.assign("nobody", "support", "", MUCH_LATER, "On call");
        assertThat(page.errorAt("assignment-principal")).containsText("no user");
        page.assignTo("sue", "support");
        Locator row = page.assignment("sue", "support");
        assertThat(page.state(row)).hasText("Active");
        assertThat(row).containsText("Every tenant");
        page.askToAssign("realm-group");
        assertThat(page.offered("night", "/staff/night shift")).hasCount(1);
        picture(page.page(), "realm-assign");
        page.assignTo("/staff/night shift", "support");

        assertThat(page.assignment("/staff/night shift", "support")).containsText("Group of the realm");
        picture(page.page(), "realm-assignments");
        decision(sue).body("allowed", equalTo(true));
        page.changeTerm("sue", "support", "2098-12-31T12:00", "Until she moves on");
        assertThat(row).containsText("Until she moves on");
        tenancy.api()
                .queryParam("principalId", sue.id())
                .get("/role-assignments")
                .then()
                .statusCode(200)
                .body("items[0].until", startsWith("2098-12-31T"))
                .body("items[0].reason", equalTo("Until she moves on"));
        tenancy.api().get("/tenants/acme/assignments").then().body("items.size()", equalTo(0));

        page.end("sue", "support");
        assertThat(row).hasCount(0);
        decision(sue).body("allowed", equalTo(false));
    }

    @Test
    void assignmentsInEveryTenantAreFilteredAndPaged(TestRealm realm, Browser browser) {
        realmRole("support", "journeys.read");
        TestUser sue = realm.createUser("sue");
        for (int number = 0; number < 21; number++) {
            assignInEveryTenant(sue, "support", "desk/" + number, "2030-01-01T00:00:00Z");
        }
        assignInEveryTenant(ada, "support", "", null);
        Assignments page = RolesPage.opened(browser.adminConsole(realm)).assignments();

        assertThat(page.assignments()).hasCount(20);
        page.nextPage();
        assertThat(page.assignments()).hasCount(2);
        page.filterPrincipal("ada");
        assertThat(page.assignments()).hasCount(1);
        page.filterPrincipal("").filter("state", "active");
        assertThat(page.assignments()).hasCount(1);
        page.filter("state", "scheduled").filter("type", "user").filterPrincipal("sue");
        assertThat(page.assignments()).hasCount(20);
        page.filter("type", "realm-group");
        assertThat(page.page().getByTestId("empty-state")).isVisible();
        picture(page.page(), "realm-assignments-none");
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
        tenant.askForMapping().mapGroup("sales-*", "buyer");
        assertThat(tenant.mapping("sales-*")).containsText("buyer");
    }

    @Test
    void everyTabAndSectionShowsSomethingAndComplainsOfNothing(TestRealm realm, Browser browser) {
        RolesPage page = RolesPage.opened(browser.adminConsole(realm));
        for (String tab : new String[] {"assignments", "permissions", "separation-of-duty", "settings", "roles"}) {
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
        assignInEveryTenant(ada, "editor", "", null);
        Assignments assignments = page.assignments();
        assertThat(assignments.assignment("ada", "editor")).containsText("Jeder Mandant");
        assertThat(assignments.assignButton()).hasCount(0);
        assertThat(assignments.page().getByTestId("row-actions")).hasCount(0);
        picture(page.page(), "german-assignments");
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

    private void assignInEveryTenant(TestUser user, String role, String path, @Nullable String from) {
        Map<String, Object> assignment =
                new HashMap<>(Map.of("principal", Map.of("type", "user", "id", user.id()), "role", role, "path", path));
        if (from != null) {
            assignment.put("from", from);
        }
        tenancy.api().body(assignment).post("/role-assignments").then().statusCode(201);
    }

    /** Whether somebody may see journeys in the tenant. */
    private ValidatableResponse decision(TestUser user) {
        return tenancy.api()
                .body(Map.of("tenant", "acme", "permission", "journeys.read", "subject", user.id()))
                .post("/check")
                .then()
                .statusCode(200);
    }

    /** The id of a new group of the realm; at the top where there is no parent. */
    private static String group(TestRealm realm, @Nullable String parent, String name) {
        String address = parent == null ? "/groups" : "/groups/" + parent + "/children";
        String location = realm.admin()
                .body(Map.of("name", name))
                .post(address)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** A group inside the tenant. */
    private void organizationGroup(TestRealm realm, String name) {
        String organization = tenancy.api().get("/tenants/acme").path("id");
        realm.admin()
                .body(Map.of("name", name))
                .post("/organizations/" + organization + "/groups")
                .then()
                .statusCode(201);
    }

    private static void serviceAccount(TestRealm realm, String client) {
        realm.admin()
                .body(Map.of("clientId", client, "secret", "secret", "serviceAccountsEnabled", true))
                .post("/clients")
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

package org.keysteward.it.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keysteward.it.browser.AuditPage;
import org.keysteward.it.browser.Browser;
import org.keysteward.it.browser.TenantPage;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tenancy;

/** What auditors and administrators do in the console. */
@KeycloakTest
class AuditPageIT {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;

    @Test
    void findsWhatHappenedAndReadsWhatWasChanged(TestRealm realm, Database database, Browser browser) {
        TestUser alice = realm.createUser("alice");
        alice.signIn();
        new TestUser(realm, alice.id(), "alice", "wrong").trySignIn();
        realm.admin()
                .body(Map.of("enabled", false, "firstName", "Alicia"))
                .put("/users/" + alice.id())
                .then()
                .statusCode(204);
        realm.createUser("bob");
        AuditRows.of(database, realm).sealed();
        AuditPage page = AuditPage.opened(browser.adminConsole(realm));

        assertThat(page.records("user.signed_in")).containsText("alice");
        assertThat(page.records("user.signed_in")).containsText("Success");
        assertThat(page.records("client.created")).containsText(TestRealm.CLIENT);
        assertThat(page.total("failure")).hasText("Failure: 1");
        picture(page, "records");

        page.filter("action", "user.created");
        assertThat(page.records()).hasCount(2);
        page.filter("name", "ali*");
        assertThat(page.records()).hasCount(1);
        page.page().reload();
        assertThat(page.records()).hasCount(1);
        assertThat(page.filterField("name")).hasValue("ali*");

        page.clearFilters().choose("outcome", "failure");
        assertThat(page.records()).hasCount(1);
        assertThat(page.records("user.sign_in_failed")).containsText("alice");

        page.clearFilters().open("user.changed");
        assertThat(page.fact("category")).hasText("Data");
        assertThat(page.before("/enabled")).hasText("true");
        assertThat(page.after("/enabled")).hasText("false");
        assertThat(page.before("/firstName")).not().containsText("Alicia");
        assertThat(page.after("/firstName")).hasText("Alicia");
        picture(page, "record");
        page.page().getByTestId("audit-changes").scrollIntoViewIfNeeded();
        photograph(page, "changes");
        page.page().reload();
        assertThat(page.after("/enabled")).hasText("false");

        page.filterByActorOf(page.records("user.signed_in").first());
        assertThat(page.filterField("name")).hasValue("alice");
        assertThat(page.records("user.signed_in")).hasCount(1);
    }

    @Test
    void isToldAtTheFilterWhatIsWrong(TestRealm realm, Database database, Browser browser) {
        AuditRows.of(database, realm).sealed();
        AuditPage page = AuditPage.opened(browser.adminConsole(realm));

        page.filter("name", "a*");

        assertThat(page.page().getByTestId("audit-filter-name-error")).containsText("first two characters");
    }

    @Test
    void hearsWhatHappens(TestRealm realm, Database database, Browser browser) {
        TestUser alice = realm.createUser("alice");
        AuditRows.of(database, realm).sealed();
        AuditPage page = AuditPage.opened(browser.adminConsole(realm));
        assertThat(page.records("user.signed_in")).hasCount(0);

        page.listen();
        alice.signIn();
        assertThat(page.records("user.signed_in")).hasCount(1);
        alice.signIn();

        assertThat(page.records("user.signed_in")).hasCount(2);
    }

    @Test
    void verifiesTheTrailAndTakesAPartOfItAway(TestRealm realm, Database database, Browser browser) throws IOException {
        realm.createUser("alice");
        AuditRows rows = AuditRows.of(database, realm);
        rows.signSoon();
        AuditPage page = AuditPage.opened(browser.adminConsole(realm));
        await("a checkpoint is signed")
                .atMost(Duration.ofSeconds(20))
                .until(() -> !realm.adminDoor()
                        .get("/audit/checkpoints")
                        .jsonPath()
                        .getList("items")
                        .isEmpty());

        assertThat(page.verify()).containsText("The chain is as it was written.");
        assertThat(page.page().getByTestId("audit-verification")).containsText(", with key ");
        assertThat(page.page().getByTestId("audit-keys").locator("tbody tr"))
                .not()
                .hasCount(0);
        Download file = page.page()
                .waitForDownload(() -> page.page().getByTestId("export-audit").click());
        picture(page, "integrity");

        List<String> lines = Files.readAllLines(file.path());
        assertThat(file.suggestedFilename()).startsWith("audit-" + realm.name()).endsWith(".jsonl");
        assertThat(new JsonPath(lines.get(0)).getString("kind")).isEqualTo("header");
        assertThat(new JsonPath(lines.get(lines.size() - 1)).getString("kind")).isEqualTo("end");

        page.openTab("records").open("user.created");
        Download proof = page.page()
                .waitForDownload(
                        () -> page.page().getByTestId("download-audit-proof").click());
        assertThat(Files.readString(proof.path())).contains("keysteward-audit-proof/1");
    }

    @Test
    void placesAHoldAndErasesSomebodyElse(TestRealm realm, Database database, Browser browser) {
        TestUser alice = realm.createUser("alice");
        TestUser bob = realm.createUser("bob");
        AuditRows.of(database, realm).sealed();
        AuditPage page = AuditPage.opened(browser.adminConsole(realm)).openTab("holds");

        page.placeHoldOnPerson(alice.id(), "Case 4711");
        assertThat(page.hold(alice.id())).containsText("Holds");
        page.erase(alice.id(), "Request 17");
        assertThat(page.dialog()).containsText("Case 4711");
        picture(page, "erase");
        page.dialog().getByText("Cancel").click();

        page.erase(bob.id(), "Request 18");
        assertThat(page.page().getByTestId("audit-erased")).containsText("It does not reach");
        assertThat(page.erasure(bob.id())).isVisible();
        picture(page, "holds");
        page.releaseHold(alice.id(), "Closed");
        assertThat(page.hold(alice.id())).containsText("Released");

        page.openTab("records").filter("action", "user.created");
        assertThat(page.records()).hasCount(2);
        assertThat(page.records().filter(new Locator.FilterOptions().setHasText("Erased")))
                .hasCount(1);
    }

    @Test
    void keepsRecordsForAnotherTime(TestRealm realm, Database database, Browser browser) {
        AuditRows.of(database, realm).sealed();
        AuditPage page = AuditPage.opened(browser.adminConsole(realm)).openTab("retention");
        assertThat(page.setting("audit.retentionDays")).hasValue("365");

        page.setting("audit.retentionDays").fill("400");
        page.setting("audit.retentionDaysData").fill("30");
        page.saveSettings();
        assertThat(page.page().getByTestId("notices")).containsText("saved");
        picture(page, "retention");

        for (Map.Entry<String, String> kept : Map.of("", "400", "Data", "30").entrySet()) {
            realm.adminDoor()
                    .get("/settings/audit.retentionDays" + kept.getKey())
                    .then()
                    .body("value", equalTo(kept.getValue()));
        }
        page.page().reload();
        assertThat(page.setting("audit.retentionDaysData")).hasValue("30");
        page.setting("audit.retentionDaysData").fill("0");
        page.saveSettings();
        assertThat(page.page().getByTestId("setting-audit.retentionDaysData-error"))
                .containsText("1 to");
    }

    @Test
    void aTenantsPageHasItsOwnRecords(TestRealm realm, Database database, Browser browser) {
        Tenancy tenancy = Tenancy.in(realm).plan("team", 3);
        tenancy.tenant("acme", "team");
        tenancy.tenant("beta", "team");
        tenancy.member("acme", "alice", "owner");
        AuditRows.of(database, realm).sealed();

        AuditPage page = AuditPage.opened(TenantPage.opened(browser.adminConsole(realm), realm, "acme", "overview"));

        assertThat(page.records("member.added")).containsText("alice");
        assertThat(page.page().getByTestId("audit-records")).not().containsText("beta");
        picture(page, "tenant");
        page.open("member.added");
        assertThat(page.fact("tenant")).hasText("acme");
    }

    @Test
    void anAuditorSeesEverythingAndChangesNothing(TestRealm realm, Database database, Browser browser) {
        TestUser auditor = realm.createAdministrator("auditor", "keysteward-auditor");
        AuditRows.of(database, realm).sealed();
        AuditPage page = AuditPage.opened(browser, auditor);

        assertThat(page.records("user.created").first()).isVisible();
        assertThat(page.verify()).containsText("The chain is as it was written.");
        page.openTab("holds");
        assertThat(page.page().getByText("Nobody was erased")).isVisible();
        assertThat(page.page().getByText("No legal holds")).isVisible();
        assertThat(page.eraseButton()).hasCount(0);
        assertThat(page.page().getByTestId("place-audit-hold")).hasCount(0);
        assertThat(page.page().getByTestId("audit-tab-retention")).hasCount(0);
    }

    @Test
    void aRealmWithoutOrganizationsHasATrailAllTheSame(TestRealm realm, Database database, Browser browser) {
        realm.update(Map.of("organizationsEnabled", false));
        AuditRows.of(database, realm).sealed();

        AuditPage page = AuditPage.opened(browser.adminConsole(realm));

        assertThat(page.records("client.created").first()).isVisible();
        assertThat(page.page().getByTestId("nav-item-keysteward-tenants")).hasCount(0);
    }

    @Test
    void speaksGerman(TestRealm realm, Database database, Browser browser) {
        realm.update(Map.of(
                "internationalizationEnabled", true, "supportedLocales", List.of("en", "de"), "defaultLocale", "de"));
        TestUser auditor = realm.createAdministrator("auditor", "keysteward-auditor");
        auditor.signIn();
        AuditRows.of(database, realm).sealed();

        AuditPage page = AuditPage.opened(browser, auditor);

        assertThat(page.page().getByTestId("nav-item-keysteward-audit")).hasText("Protokoll");
        assertThat(page.records("user.signed_in").first()).containsText("Erfolg");
        picture(page, "german");
        assertThat(page.verify()).containsText("Die Kette ist so, wie sie geschrieben wurde.");
    }

    /** For people who look at what they have made: {@code target/it-logs/pictures}. */
    private static void picture(AuditPage page, String name) {
        page.page().setViewportSize(WIDTH, HEIGHT);
        page.page().locator("main h1").first().scrollIntoViewIfNeeded();
        photograph(page, name);
    }

    private static void photograph(AuditPage page, String name) {
        page.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(Settings.DIRECTORY.text(), "it-logs", "pictures", "audit-" + name + ".png")));
    }
}

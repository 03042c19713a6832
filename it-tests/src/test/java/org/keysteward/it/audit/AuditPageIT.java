package org.keysteward.it.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keysteward.it.browser.AuditPage;
import org.keysteward.it.browser.Browser;
import org.keysteward.it.browser.TenantPage;
import org.keysteward.it.browser.TenantsPage;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tenancy;

/** What an auditor does in the console. */
@KeycloakTest
class AuditPageIT {
    @Test
    void findsWhatHappenedAndReadsWhatWasChanged(TestRealm realm, Database database, Browser browser) {
        TestUser alice = realm.createUser("alice");
        alice.signIn();
        realm.admin()
                .body(Map.of("enabled", false, "firstName", "Alicia"))
                .put("/users/" + alice.id())
                .then()
                .statusCode(204);
        realm.createUser("bob");
        AuditRows.of(database, realm).sealed();
        AuditPage page = AuditPage.opened(browser.adminConsole(realm));

        assertThat(page.records("user.signed_in")).containsText("alice");
        assertThat(page.records("client.created")).containsText(TestRealm.CLIENT);
        picture(page, "records");
        page.chooseAction("user.created");
        assertThat(page.records()).hasCount(2);
        page.findByName("ali*");
        assertThat(page.records()).hasCount(1);
        page.page().reload();
        assertThat(page.records()).hasCount(1);

        page.clearFilters();
        Locator record = page.open("user.changed");
        assertThat(record).containsText("Data");
        assertThat(page.change("/enabled")).containsText("true");
        assertThat(page.change("/enabled")).containsText("false");
        assertThat(page.change("/firstName")).containsText("Alicia");
        picture(page, "record");
    }

    @Test
    void verifiesTheTrail(TestRealm realm, Database database, Browser browser) {
        realm.createUser("alice");
        AuditRows.of(database, realm).sealed();
        AuditPage page = AuditPage.opened(browser.adminConsole(realm));

        assertThat(page.verify()).containsText("The trail is as it was written.");
        picture(page, "integrity");
    }

    @Test
    void placesAHoldAndErasesSomebodyElse(TestRealm realm, Database database, Browser browser) {
        TestUser alice = realm.createUser("alice");
        TestUser bob = realm.createUser("bob");
        AuditRows.of(database, realm).sealed();
        AuditPage page = AuditPage.opened(browser.adminConsole(realm)).openHolds();

        page.placeHoldOnPerson(alice.id(), "Case 4711");
        assertThat(page.hold(alice.id())).containsText("in force");
        page.erase(alice.id(), "Request 17");
        assertThat(page.page().getByRole(AriaRole.DIALOG)).containsText("Case 4711");
        page.page().getByText("Cancel").click();
        page.erase(bob.id(), "Request 18");
        assertThat(page.page().getByTestId("not-reached")).isVisible();
        picture(page, "holds");

        page.page().getByTestId("tab-audit").click();
        page.chooseAction("user.created");
        assertThat(page.records("user.created").first()).containsText("erased");
    }

    @Test
    void aTenantsPageHasItsOwnRecords(TestRealm realm, Database database, Browser browser) {
        Tenancy tenancy = Tenancy.in(realm).plan("team", 3);
        tenancy.tenant("acme", "team");
        tenancy.tenant("beta", "team");
        tenancy.member("acme", "alice", "owner");
        AuditRows.of(database, realm).sealed();

        TenantPage tenant = TenantsPage.opened(browser.adminConsole(realm)).openTenant("acme");
        tenant.page().getByTestId("tenant-tab-audit").click();

        assertThat(tenant.page().getByTestId("audit-record-member.added")).containsText("alice");
        assertThat(tenant.page().getByTestId("audit-records")).not().containsText("beta");
    }

    /** For people who look at what they have made: {@code target/it-logs/pictures}. */
    private static void picture(AuditPage page, String name) {
        page.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(Settings.DIRECTORY.text(), "it-logs", "pictures", "audit-" + name + ".png")));
    }
}

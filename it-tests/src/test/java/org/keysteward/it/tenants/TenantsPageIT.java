package org.keysteward.it.tenants;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keysteward.it.browser.Browser;
import org.keysteward.it.browser.TenantsPage;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;

/** What an administrator does in the console. */
@KeycloakTest
class TenantsPageIT {
    @Test
    void sellsALicenseAndWatchesItFill(TestRealm realm, Browser browser) {
        var tenancy = Tenancy.in(realm);
        TenantsPage page = TenantsPage.opened(browser.adminConsole(realm)).openPlans();

        page.createPlan("Team", "team", 3);
        assertThat(page.planRow("team")).isVisible();
        page.openTenants().createTenant("Acme Inc", "acme", "team");

        assertThat(page.row("acme")).containsText("Acme Inc");
        assertThat(page.seats("acme")).hasText("0 of 3");
        tenancy.api().get("/tenants/acme").then().statusCode(200).body("license.plan", equalTo("team"));

        String id = tenancy.api().get("/tenants/acme").path("id");
        var acme = new TestOrganization(realm, id, "acme");
        tenancy.users("user", 3).forEach(user -> acme.add(user).then().statusCode(201));
        page.page().reload();

        assertThat(page.seats("acme")).hasText("3 of 3");
    }

    @Test
    void isToldAtTheFieldWhatIsWrong(TestRealm realm, Browser browser) {
        var tenancy = Tenancy.in(realm).plan("team", 3);
        tenancy.tenant("acme", "team");
        TenantsPage page = TenantsPage.opened(browser.adminConsole(realm));

        page.createTenant("Another", "acme", "team");

        assertThat(page.errorAt("tenant-alias")).containsText("There is a tenant with this alias already.");
        tenancy.api().get("/tenants").then().body("items.alias", equalTo(List.of("acme")));
    }

    @Test
    void isRefusedTheFourthMemberByTheStockConsole(TestRealm realm, Browser browser) {
        var tenancy = Tenancy.in(realm).plan("team", 3);
        TestOrganization acme = tenancy.tenant("acme", "team");
        tenancy.users("user", 3).forEach(user -> acme.add(user).then().statusCode(201));
        realm.createUser("late");
        Page page = browser.adminConsole(realm).page();

        page.navigate(realm.keycloak().url() + "/admin/master/console/#/" + realm.name() + "/organizations/" + acme.id()
                + "/members");
        page.getByText("Add member").first().click();
        Locator dialog = page.locator(".pf-v5-c-modal-box");
        dialog.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText("late"))
                .locator("input[type=checkbox]")
                .check();
        dialog.getByText("Add", new Locator.GetByTextOptions().setExact(true)).click();

        assertThat(page.getByText("Tenant acme has no free seat: 3 of 3 seats are used.")
                        .first())
                .isVisible();
    }
}

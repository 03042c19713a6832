package org.keysteward.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.TestRealm;

/** The admin console, opened at one realm by the master realm's administrator. */
public final class AdminConsole {
    private final Page page;

    private AdminConsole(Page page) {
        this.page = page;
    }

    static AdminConsole opened(Page page, TestRealm realm) {
        Keycloak keycloak = realm.keycloak();
        page.navigate(keycloak.url() + "/admin/master/console/#/" + realm.name());
        AdminConsole console = new AdminConsole(page);
        Locator login = page.locator("#kc-login");
        login.or(console.navigation()).first().waitFor();
        if (login.isVisible()) {
            new LoginPage(page).signIn(keycloak.administrator(), keycloak.administratorPassword());
        }
        console.navigation().waitFor();
        return console;
    }

    /** The sidebar. */
    public Locator navigation() {
        return page.locator("nav.pf-v5-c-nav");
    }

    /** Opens a page through its entry in the sidebar, such as {@code Users}. */
    public AdminConsole openSection(String entry) {
        navigation()
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(entry).setExact(true))
                .click();
        return this;
    }

    /** The heading of the page that is open. */
    public Locator heading() {
        return page.locator("main").getByRole(AriaRole.HEADING).first();
    }

    /** The page below, for what this object has no word for. */
    public Page page() {
        return page;
    }
}

package org.keysteward.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.keysteward.it.harness.TestUser;

/** The account console of a realm, opened by one of its users. */
public final class AccountConsole {
    private final Page page;

    private AccountConsole(Page page) {
        this.page = page;
    }

    static AccountConsole opened(Page page, TestUser user) {
        page.navigate(user.realm().keycloak().url() + "/realms/" + user.realm().name() + "/account/");
        AccountConsole console = new AccountConsole(page);
        Locator login = page.locator("#kc-login");
        login.or(console.navigation()).first().waitFor();
        if (login.isVisible()) {
            new LoginPage(page).signIn(user.username(), user.password());
        }
        console.navigation().waitFor();
        return console;
    }

    /** The sidebar. */
    public Locator navigation() {
        return page.locator("nav.pf-v5-c-nav");
    }

    /** The page below, for what this object has no word for. */
    public Page page() {
        return page;
    }
}

package org.keysteward.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Keycloak's login form. */
public final class LoginPage {
    private final Page page;

    LoginPage(Page page) {
        this.page = page;
    }

    /** A realm that has an organization asks for the name on a page of its own. */
    public void signIn(String username, String password) {
        page.locator("#username").fill(username);
        Locator passwordField = page.locator("#password");
        if (!passwordField.isVisible()) {
            submit();
        }
        passwordField.fill(password);
        submit();
    }

    private void submit() {
        page.locator("#kc-login").click();
    }

    /** What the form says after a refused sign-in. */
    public Locator error() {
        return page.locator("#input-error, .kc-feedback-text, .pf-v5-c-alert__title")
                .first();
    }
}

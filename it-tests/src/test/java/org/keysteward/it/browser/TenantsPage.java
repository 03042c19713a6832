package org.keysteward.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Keysteward's page of tenants in the admin console. */
public final class TenantsPage {
    private final Page page;

    private TenantsPage(Page page) {
        this.page = page;
    }

    /** Through the entry in the sidebar. */
    public static TenantsPage opened(AdminConsole console) {
        Page page = console.page();
        page.getByTestId("nav-item-keysteward-tenants").click();
        TenantsPage tenants = new TenantsPage(page);
        tenants.createTenantButton().or(page.getByTestId("tenants")).first().waitFor();
        return tenants;
    }

    public TenantsPage createTenant(String name, String alias, String plan) {
        createTenantButton().click();
        page.getByTestId("tenant-name").fill(name);
        page.getByTestId("tenant-alias").fill(alias);
        page.getByTestId("tenant-plan").selectOption(plan);
        page.getByTestId("save-tenant").click();
        return this;
    }

    public Locator createTenantButton() {
        return page.getByTestId("create-tenant").first();
    }

    public Locator row(String alias) {
        return page.getByTestId("tenant-row-" + alias);
    }

    /** As {@code 2 of 3}. */
    public Locator seats(String alias) {
        return page.getByTestId("seats-" + alias);
    }

    /** What a dialog says of one of its fields. */
    public Locator errorAt(String field) {
        return page.getByTestId(field + "-error");
    }

    /** Closes the dialog that is open. */
    public TenantsPage cancel() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel"))
                .click();
        return this;
    }

    /** As {@code Active}. */
    public Locator state(String alias) {
        return page.getByTestId("state-" + alias);
    }

    public TenantPage openTenant(String alias) {
        page.getByTestId("open-tenant-" + alias).click();
        return TenantPage.shown(page);
    }

    public TenantsPage openPlans() {
        page.getByTestId("tab-plans").click();
        return this;
    }

    public TenantsPage createPlan(String name, String key, int seats) {
        page.getByTestId("create-plan").first().click();
        page.getByTestId("plan-name").fill(name);
        page.getByTestId("plan-key").fill(key);
        page.getByTestId("plan-seats").fill(Integer.toString(seats));
        page.getByTestId("save-plan").click();
        return this;
    }

    public Locator planRow(String key) {
        return page.getByTestId("plan-row-" + key);
    }

    public TenantsPage openTenants() {
        page.getByTestId("tab-tenants").click();
        return this;
    }

    /** The page below, for what this object has no word for. */
    public Page page() {
        return page;
    }
}

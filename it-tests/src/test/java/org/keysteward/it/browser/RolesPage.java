package org.keysteward.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** Keysteward's page of roles in the admin console, or the list of roles on the page of a tenant. */
public final class RolesPage {
    private final Page page;

    private RolesPage(Page page) {
        this.page = page;
    }

    /** Through the entry in the sidebar. */
    public static RolesPage opened(AdminConsole console) {
        Page page = console.page();
        page.getByTestId("nav-item-keysteward-roles").click();
        return shown(page);
    }

    /** Through the entry in the sidebar of the realm's own console, as one of its administrators. */
    public static RolesPage opened(Browser browser, TestUser administrator) {
        TestRealm realm = administrator.realm();
        browser.loginPage(realm.keycloak().url() + "/admin/" + realm.name() + "/console/")
                .signIn(administrator.username(), administrator.password());
        browser.page().getByTestId("nav-item-keysteward-roles").click();
        return shown(browser.page());
    }

    static RolesPage shown(Page page) {
        page.getByTestId("roles").waitFor();
        return new RolesPage(page);
    }

    /** One of {@code roles}, {@code assignments}, {@code permissions}, {@code separation-of-duty} and {@code settings}. */
    public RolesPage openTab(String tab) {
        page.getByTestId("roles-tab-" + tab).click();
        return this;
    }

    /** Who was given a role in every tenant. */
    public Assignments assignments() {
        openTab("assignments");
        return Assignments.shown(page);
    }

    public Locator row(String key) {
        return page.getByTestId("role-row-" + key);
    }

    /** As {@code Of the realm}. */
    public Locator origin(String key) {
        return page.getByTestId("role-origin-" + key);
    }

    public Locator createButton() {
        return page.getByTestId("create-role").first();
    }

    /** @param grants one a line */
    public RolesPage create(String name, String key, int rank, String grants, String... parents) {
        createButton().click();
        page.getByTestId("role-name").fill(name);
        page.getByTestId("role-key").fill(key);
        page.getByTestId("role-rank").fill(Integer.toString(rank));
        page.getByTestId("role-grants").fill(grants);
        for (String parent : parents) {
            page.getByTestId("role-parents-" + parent).check();
        }
        return saveRole();
    }

    public RolesPage saveRole() {
        page.getByTestId("save-role").click();
        return this;
    }

    /** Asks to change what a role grants, and stops where it is shown who gains and loses what. */
    public RolesPage changeGrants(String key, String grants) {
        choose(row(key), "edit-role-" + key);
        page.getByTestId("role-grants").fill(grants);
        saveRole();
        page.getByTestId("impact").waitFor();
        return this;
    }

    /** How many people a change concerns. */
    public Locator impact() {
        return page.getByTestId("impact-summary");
    }

    public Locator gains() {
        return page.getByTestId("impact-gains");
    }

    public Locator loses() {
        return page.getByTestId("impact-loses");
    }

    public RolesPage confirmChange() {
        page.getByTestId("confirm-role-change").click();
        return this;
    }

    /** Opens the dialog that says who loses what with the role. */
    public RolesPage askToDelete(String key) {
        return choose(row(key), "delete-role-" + key);
    }

    /** Which role takes the place of the one that is to be deleted. */
    public Locator reassignTo() {
        return page.getByTestId("reassign-to");
    }

    /** Deletes it and gives its holders another one. */
    public RolesPage deleteFor(String other) {
        reassignTo().selectOption(other);
        page.getByTestId("impact").waitFor();
        page.getByTestId("confirm-delete-role").click();
        return this;
    }

    /** All that a role says. */
    public Locator open(String key) {
        page.getByTestId("show-role-" + key).click();
        return page.getByRole(AriaRole.DIALOG);
    }

    /** @param lines such as {@code journeys.read = See journeys} */
    public RolesPage register(String group, String lines) {
        page.getByTestId("register-permissions").first().click();
        page.getByTestId("permission-group").fill(group);
        page.getByTestId("permission-lines").fill(lines);
        page.getByTestId("save-permissions").click();
        return this;
    }

    public Locator permission(String key) {
        return page.getByTestId("permission-row-" + key);
    }

    /** Narrows the catalogue to a group. */
    public RolesPage filterGroup(String group) {
        page.getByTestId("filter-permission-group").selectOption(group);
        return this;
    }

    /** A set of roles of which nobody may have more than one. */
    public RolesPage separate(String name, String key, String... roles) {
        page.getByTestId("create-duty").first().click();
        page.getByTestId("duty-name").fill(name);
        page.getByTestId("duty-key").fill(key);
        for (String role : roles) {
            page.getByTestId("duty-roles-" + role).check();
        }
        page.getByTestId("save-duty").click();
        return this;
    }

    public Locator duty(String key) {
        return page.getByTestId("duty-row-" + key);
    }

    /** What a dialog says of one of its fields. */
    public Locator errorAt(String field) {
        return page.getByTestId(field + "-error");
    }

    private RolesPage choose(Locator row, String testId) {
        row.getByTestId("row-actions").click();
        page.getByTestId(testId).click();
        return this;
    }

    /** The page below, for what this object has no word for. */
    public Page page() {
        return page;
    }
}

package org.keysteward.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** Keysteward's page of the audit trail in the admin console, or the tab of a tenant's page. */
public final class AuditPage {
    private final Page page;

    private AuditPage(Page page) {
        this.page = page;
    }

    /** Through the entry in the sidebar. */
    public static AuditPage opened(AdminConsole console) {
        Page page = console.page();
        page.getByTestId("nav-item-keysteward-audit").click();
        return shown(page);
    }

    /** Through the entry in the sidebar of the realm's own console, as one of its administrators. */
    public static AuditPage opened(Browser browser, TestUser administrator) {
        TestRealm realm = administrator.realm();
        browser.loginPage(realm.keycloak().url() + "/admin/" + realm.name() + "/console/")
                .signIn(administrator.username(), administrator.password());
        browser.page().getByTestId("nav-item-keysteward-audit").click();
        return shown(browser.page());
    }

    /** On the page of a tenant. */
    public static AuditPage opened(TenantPage tenant) {
        tenant.openTab("audit");
        return shown(tenant.page());
    }

    private static AuditPage shown(Page page) {
        page.getByTestId("audit-records").waitFor();
        return new AuditPage(page);
    }

    /** One of {@code records}, {@code integrity}, {@code holds} and {@code retention}. */
    public AuditPage openTab(String tab) {
        page.getByTestId("audit-tab-" + tab).click();
        return this;
    }

    /** The rows of the list. */
    public Locator records() {
        return page.getByTestId("audit-records").locator("tbody tr");
    }

    /** The rows of an action. */
    public Locator records(String action) {
        return page.getByTestId("audit-row-" + action);
    }

    /** Types into a filter such as {@code name}, and asks for it. */
    public AuditPage filter(String name, String value) {
        Locator field = page.getByTestId("audit-filter-" + name);
        field.fill(value);
        field.press("Enter");
        return this;
    }

    /** Chooses one of a filter's values, such as {@code failure} as the {@code outcome}. */
    public AuditPage choose(String name, String value) {
        page.getByTestId("audit-filter-" + name).selectOption(value);
        return this;
    }

    public Locator filterField(String name) {
        return page.getByTestId("audit-filter-" + name);
    }

    public AuditPage clearFilters() {
        page.getByTestId("audit-clear-filters").click();
        return this;
    }

    /** Narrows the list to whoever did this. */
    public AuditPage filterByActorOf(Locator row) {
        row.getByTestId("audit-actor").click();
        return this;
    }

    public AuditPage refresh() {
        page.getByTestId("audit-refresh").click();
        return this;
    }

    /** New records appear by themselves from then on. */
    public AuditPage listen() {
        // The control itself lies behind what is drawn for it.
        page.locator("label[for=keysteward-audit-live]").click();
        page.getByTestId("audit-heard").getByText("0").waitFor();
        return this;
    }

    /** Opens the newest record of an action. */
    public Locator open(String action) {
        records(action).first().getByTestId("open-audit-record").click();
        return record();
    }

    /** The record that is open. */
    public Locator record() {
        return page.getByTestId("audit-record");
    }

    /** A fact of the record that is open, such as {@code actor-name}. */
    public Locator fact(String name) {
        return record().getByTestId("audit-fact-" + name);
    }

    /** What was at a JSON pointer before, in the record that is open. */
    public Locator before(String pointer) {
        return record().getByTestId("audit-change-" + pointer).getByTestId("audit-before");
    }

    /** What is at a JSON pointer since, in the record that is open. */
    public Locator after(String pointer) {
        return record().getByTestId("audit-change-" + pointer).getByTestId("audit-after");
    }

    /** How many records of a kind such as {@code failure} the chart counts. */
    public Locator total(String kind) {
        return page.getByTestId("audit-total-" + kind);
    }

    /** What verifying says. */
    public Locator verify() {
        openTab("integrity");
        page.getByTestId("verify-audit").click();
        return page.getByTestId("audit-verification");
    }

    public AuditPage placeHoldOnPerson(String id, String reason) {
        page.getByTestId("place-audit-hold").first().click();
        page.getByTestId("audit-hold-subject").fill(id);
        page.getByTestId("audit-hold-reason").fill(reason);
        page.getByTestId("save-audit-hold").click();
        return this;
    }

    public Locator hold(String subject) {
        return page.getByTestId("audit-hold-" + subject);
    }

    public AuditPage releaseHold(String subject, String reason) {
        hold(subject).getByTestId("release-audit-hold").click();
        page.getByTestId("audit-release-reason").fill(reason);
        page.getByTestId("confirm-release-audit-hold").click();
        return this;
    }

    public Locator eraseButton() {
        return page.getByTestId("erase-person");
    }

    public AuditPage erase(String id, String reason) {
        eraseButton().first().click();
        page.getByTestId("erase-person-id").fill(id);
        page.getByTestId("erase-reason").fill(reason);
        page.getByTestId("erase-sure").check();
        page.getByTestId("confirm-erase-person").click();
        return this;
    }

    public Locator erasure(String person) {
        return page.getByTestId("audit-erasure-" + person);
    }

    /** The dialog that is open. */
    public Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** A number of days, such as that of {@code audit.retentionDays}. */
    public Locator setting(String key) {
        return page.getByTestId("setting-" + key);
    }

    public AuditPage saveSettings() {
        page.getByTestId("save-settings").click();
        return this;
    }

    /** The page below, for what this object has no word for. */
    public Page page() {
        return page;
    }
}

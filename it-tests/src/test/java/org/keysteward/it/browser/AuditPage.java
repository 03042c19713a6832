package org.keysteward.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Keysteward's page of the audit trail in the admin console. */
public final class AuditPage {
    private final Page page;

    private AuditPage(Page page) {
        this.page = page;
    }

    /** Through the entry in the sidebar. */
    public static AuditPage opened(AdminConsole console) {
        Page page = console.page();
        page.getByTestId("nav-item-keysteward-audit").click();
        page.getByTestId("audit-records").waitFor();
        return new AuditPage(page);
    }

    /** The records of an action. */
    public Locator records(String action) {
        return page.getByTestId("audit-record-" + action);
    }

    public Locator records() {
        return page.getByTestId("audit-records").locator("tbody tr");
    }

    public AuditPage chooseAction(String action) {
        page.getByTestId("filter-action").selectOption(action);
        return this;
    }

    public AuditPage findByName(String name) {
        Locator field = page.getByTestId("filter-name").locator("input");
        field.fill(name);
        field.press("Enter");
        return this;
    }

    public AuditPage clearFilters() {
        page.getByTestId("clear-filters").click();
        return this;
    }

    /** Opens the newest record of an action. */
    public Locator open(String action) {
        records(action).first().getByRole(AriaRole.BUTTON).click();
        return page.getByRole(AriaRole.DIALOG);
    }

    /** What was changed at a JSON pointer, in the record that is open. */
    public Locator change(String pointer) {
        return page.getByTestId("change-" + pointer);
    }

    public AuditPage close() {
        page.getByRole(AriaRole.DIALOG)
                .getByText("Close", new Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    /** What verifying says. */
    public Locator verify() {
        page.getByTestId("tab-audit-integrity").click();
        page.getByTestId("verify-audit").click();
        return page.getByTestId("audit-verification");
    }

    public AuditPage openHolds() {
        page.getByTestId("tab-audit-holds").click();
        return this;
    }

    public AuditPage placeHoldOnPerson(String id, String reason) {
        page.getByTestId("place-hold").first().click();
        page.getByTestId("hold-subject").fill(id);
        page.getByTestId("hold-reason").fill(reason);
        page.getByTestId("save-hold").click();
        return this;
    }

    public AuditPage erase(String id, String reason) {
        page.getByTestId("erase-person").first().click();
        page.getByTestId("erase-person-id").fill(id);
        page.getByTestId("hold-reason").fill(reason);
        page.getByTestId("confirm-erase-person").click();
        return this;
    }

    public Locator hold(String subject) {
        return page.getByTestId("hold-row-" + subject);
    }

    /** The page below, for what this object has no word for. */
    public Page page() {
        return page;
    }
}

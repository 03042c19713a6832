package org.keysteward.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A list of assignments: on the page of roles those that hold in every tenant, on the page of a tenant its own. */
public final class Assignments {
    private final Page page;

    private Assignments(Page page) {
        this.page = page;
    }

    static Assignments shown(Page page) {
        page.getByTestId("assignments")
                .or(page.getByTestId("empty-state"))
                .first()
                .waitFor();
        return new Assignments(page);
    }

    /** Absent for those who may only look. */
    public Locator assignButton() {
        return page.getByTestId("assign-role").first();
    }

    /** Opens the dialog of a new assignment, to a {@code user}, {@code service-account} or a kind of group. */
    public Assignments askToAssign(String type) {
        assignButton().click();
        page.getByTestId("assignment-principal-type").selectOption(type);
        return this;
    }

    /** What is offered below the field of whom the role is assigned to, when this was typed. */
    public Locator offered(String typed, String name) {
        return Suggestions.of(page.getByTestId("assignment-principal"), typed, name);
    }

    /** Fills in the dialog that is open, and saves. */
    public Assignments assignTo(String name, String role) {
        page.getByTestId("assignment-principal").fill(name);
        page.getByTestId("assignment-role").selectOption(role);
        return save();
    }

    public Assignments save() {
        page.getByTestId("save-assignment").click();
        return this;
    }

    /** @param until in the browser's time zone, such as {@code 2099-12-31T12:00} */
    public Assignments assign(String username, String role, String path, String until, String reason) {
        assignButton().click();
        page.getByTestId("assignment-path").fill(path);
        page.getByTestId("assignment-until").fill(until);
        page.getByTestId("assignment-reason").fill(reason);
        return assignTo(username, role);
    }

    /** @param name a username, or the path of a group */
    public Locator assignment(String name, String role) {
        return page.getByTestId("assignment-row-" + name + "-" + role);
    }

    /** All that are shown. */
    public Locator assignments() {
        return page.getByTestId("assignments").locator("tbody tr");
    }

    /** As {@code Active}. */
    public Locator state(Locator assignment) {
        return assignment.getByTestId("assignment-state");
    }

    public Assignments changeTerm(String name, String role, String until, String reason) {
        choose(name, role, "change");
        page.getByTestId("assignment-until").fill(until);
        page.getByTestId("assignment-reason").fill(reason);
        page.getByTestId("save-assignment-term").click();
        return this;
    }

    public Assignments end(String name, String role) {
        choose(name, role, "end");
        page.getByTestId("confirm-end-assignment").click();
        return this;
    }

    /** Narrows the assignments to those of somebody, or of a group. */
    public Assignments filterPrincipal(String name) {
        // The test id is the field's surroundings.
        Locator field = page.getByTestId("filter-assignment-principal").locator("input");
        field.fill(name);
        field.press("Enter");
        return this;
    }

    /** Narrows the assignments, such as {@code source} to {@code manual}. */
    public Assignments filter(String name, String value) {
        page.getByTestId("filter-assignment-" + name).selectOption(value);
        return this;
    }

    public Assignments nextPage() {
        page.getByTestId("pagination").locator("button[data-action=next]").click();
        return this;
    }

    /** What a dialog says of one of its fields. */
    public Locator errorAt(String field) {
        return page.getByTestId(field + "-error");
    }

    private void choose(String name, String role, String action) {
        assignment(name, role).getByTestId("row-actions").click();
        page.getByTestId(action + "-assignment-" + name + "-" + role).click();
    }

    /** The page below, for what this object has no word for. */
    public Page page() {
        return page;
    }
}

package org.keysteward.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The tab of roles on the page of a tenant: who may do what there, and why. */
public final class TenantRoles {
    private final Page page;

    private TenantRoles(Page page) {
        this.page = page;
    }

    public static TenantRoles opened(TenantPage tenant) {
        tenant.openTab("roles");
        Page page = tenant.page();
        page.getByTestId("tenant-roles-tab-roles").waitFor();
        return new TenantRoles(page);
    }

    /**
     * One of {@code roles}, {@code assignments}, {@code rules}, {@code mappings}, {@code separation-of-duty} and
     * {@code check}.
     */
    public TenantRoles openSection(String section) {
        page.getByTestId("tenant-roles-tab-" + section).click();
        return this;
    }

    /** The roles that the tenant knows. */
    public RolesPage roles() {
        openSection("roles");
        return RolesPage.shown(page);
    }

    /** @param until in the browser's time zone, such as {@code 2099-12-31T12:00} */
    public TenantRoles assign(String username, String role, String path, String until, String reason) {
        page.getByTestId("assign-role").first().click();
        page.getByTestId("assignment-principal").fill(username);
        page.getByTestId("assignment-role").selectOption(role);
        page.getByTestId("assignment-path").fill(path);
        page.getByTestId("assignment-until").fill(until);
        page.getByTestId("assignment-reason").fill(reason);
        page.getByTestId("save-assignment").click();
        return this;
    }

    public Locator assignment(String username, String role) {
        return page.getByTestId("assignment-row-" + username + "-" + role);
    }

    /** As {@code Active}. */
    public Locator state(Locator assignment) {
        return assignment.getByTestId("assignment-state");
    }

    public TenantRoles end(String username, String role) {
        choose(assignment(username, role), "end-assignment-" + username + "-" + role);
        page.getByTestId("confirm-end-assignment").click();
        return this;
    }

    /** Narrows the assignments to those of a member. */
    public TenantRoles filterPrincipal(String username) {
        // The test id is the field's surroundings.
        Locator field = page.getByTestId("filter-assignment-principal").locator("input");
        field.fill(username);
        field.press("Enter");
        return this;
    }

    /** Narrows the assignments, such as {@code source} to {@code manual}. */
    public TenantRoles filter(String name, String value) {
        page.getByTestId("filter-assignment-" + name).selectOption(value);
        return this;
    }

    /** Makes a rule for an attribute, as far as the preview of whom it would give its role. */
    public TenantRoles previewRule(String name, String role, String attribute, String values) {
        page.getByTestId("create-rule").first().click();
        page.getByTestId("rule-name").fill(name);
        page.getByTestId("rule-role").selectOption(role);
        page.getByTestId("condition-attribute-0").fill(attribute);
        page.getByTestId("condition-value-0").fill(values);
        page.getByTestId("preview-rule").click();
        return this;
    }

    /** To how many members, and to whom of them. */
    public Locator preview() {
        return page.getByTestId("rule-preview");
    }

    public TenantRoles saveRule() {
        page.getByTestId("save-rule").click();
        return this;
    }

    public TenantRoles turnOn(String rule) {
        choose(page.getByTestId("rule-row-" + rule), "switch-rule-" + rule);
        preview().waitFor();
        page.getByTestId("confirm-switch-rule").click();
        return this;
    }

    /** {@code On} or {@code Off}. */
    public Locator ruleState(String rule) {
        return page.getByTestId("rule-state-" + rule);
    }

    public TenantRoles mapGroup(String group, String role) {
        page.getByTestId("create-mapping").first().click();
        page.getByTestId("mapping-source").selectOption("scim");
        page.getByTestId("mapping-group").fill(group);
        page.getByTestId("mapping-role").selectOption(role);
        page.getByTestId("save-mapping").click();
        return this;
    }

    public Locator mapping(String group) {
        return page.getByTestId("mapping-row-" + group);
    }

    /** Asks whether a member may do something. */
    public Locator check(String username, String permission, String path) {
        openSection("check");
        page.getByTestId("check-member").fill(username);
        page.getByTestId("check-permission").fill(permission);
        page.getByTestId("check-path").fill(path);
        page.getByTestId("ask-check").click();
        return page.getByTestId("decision");
    }

    /** A part of why it is allowed: {@code role}, {@code source}, {@code path}, {@code roles} or {@code grant}. */
    public Locator explanation(String part) {
        return page.getByTestId("explanation-" + part);
    }

    /** What a form says of one of its fields. */
    public Locator errorAt(String field) {
        return page.getByTestId(field + "-error");
    }

    private TenantRoles choose(Locator row, String testId) {
        row.getByTestId("row-actions").click();
        page.getByTestId(testId).click();
        return this;
    }

    /** The page below, for what this object has no word for. */
    public Page page() {
        return page;
    }
}

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

    /** Who was given which role of the tenant. */
    public Assignments assignments() {
        openSection("assignments");
        return Assignments.shown(page);
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

    /** Opens the dialog of a rule that looks at a {@code group} of the realm, or at an {@code organizationGroup}. */
    public TenantRoles askForRule(String name, String role, String kind) {
        page.getByTestId("create-rule").first().click();
        page.getByTestId("rule-name").fill(name);
        page.getByTestId("rule-role").selectOption(role);
        page.getByTestId("condition-kind-0").selectOption(kind);
        return this;
    }

    /** What is offered of groups for the rule whose dialog is open, when this was typed. */
    public Locator offeredForRule(String typed, String path) {
        return Suggestions.of(page.getByTestId("condition-value-0"), typed, path);
    }

    /** Of the rule whose dialog is open, with a group of this path. */
    public TenantRoles previewGroup(String path) {
        page.getByTestId("condition-value-0").fill(path);
        page.getByTestId("preview-rule").click();
        return this;
    }

    public Locator rule(String key) {
        return page.getByTestId("rule-row-" + key);
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

    /** Opens the dialog of a mapping of a group that SCIM tells of. */
    public TenantRoles askForMapping() {
        page.getByTestId("create-mapping").first().click();
        page.getByTestId("mapping-source").selectOption("scim");
        return this;
    }

    /** What is offered of groups for the mapping whose dialog is open, when this was typed. */
    public Locator offeredForMapping(String typed, String name) {
        return Suggestions.of(page.getByTestId("mapping-group"), typed, name);
    }

    /** Fills in the dialog that is open, and saves. */
    public TenantRoles mapGroup(String group, String role) {
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

package org.keysteward.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** The provisioning connections of a realm, or the tab of them on the page of a tenant. */
public final class ProvisioningPage {
    private final Page page;

    private ProvisioningPage(Page page) {
        this.page = page;
    }

    /** Through the entry in the sidebar. */
    public static ProvisioningPage opened(AdminConsole console) {
        return throughSidebar(console.page());
    }

    /** Through the entry in the sidebar of the realm's own console, as one of its administrators. */
    public static ProvisioningPage opened(Browser browser, TestUser administrator) {
        TestRealm realm = administrator.realm();
        browser.loginPage(realm.keycloak().url() + "/admin/" + realm.name() + "/console/")
                .signIn(administrator.username(), administrator.password());
        return throughSidebar(browser.page());
    }

    /** On the page of a tenant. */
    public static ProvisioningPage opened(TenantPage tenant) {
        tenant.openTab("provisioning");
        return shown(tenant.page());
    }

    private static ProvisioningPage throughSidebar(Page page) {
        page.getByTestId("nav-item-keysteward-provisioning").click();
        return shown(page);
    }

    private static ProvisioningPage shown(Page page) {
        page.getByTestId("connections")
                .or(page.getByTestId("empty-state"))
                .first()
                .waitFor();
        return new ProvisioningPage(page);
    }

    public Locator row(String name) {
        return page.getByTestId("connection-row-" + name);
    }

    /** Absent for those who may only look. */
    public Locator createButton() {
        return page.getByTestId("create-connection").first();
    }

    /**
     * Fills in and saves; what is made is shown then.
     *
     * @param addresses one a line
     */
    public ProvisioningPage create(String name, String addresses) {
        createButton().click();
        page.getByTestId("connection-name").fill(name);
        page.getByTestId("connection-addresses").fill(addresses);
        return save();
    }

    public ProvisioningPage save() {
        page.getByTestId("save-connection").click();
        return this;
    }

    /** Shows all about a connection. */
    public ProvisioningPage show(String name) {
        page.getByTestId("show-connection-" + name).click();
        title().waitFor();
        return this;
    }

    /** Shows anew the connection that is shown, by its address. */
    public ProvisioningPage reload() {
        page.reload();
        // The console is fetched anew, which takes longer than an assertion waits.
        title().waitFor();
        return this;
    }

    /** From one connection to all of them. */
    public ProvisioningPage back() {
        page.getByTestId("back-to-connections").click();
        return this;
    }

    /** The name of the connection that is shown. */
    public Locator title() {
        return page.getByTestId("connection-title");
    }

    /** Of the connection that is shown: {@code baseUrl}, {@code shown-strict}, {@code shown-addresses} and others. */
    public Locator fact(String name) {
        return page.getByTestId("connection-" + name);
    }

    /** Opens the form of the connection that is shown. */
    public ProvisioningPage edit() {
        page.getByTestId("edit-connection").click();
        page.getByTestId("connection-name").waitFor();
        return this;
    }

    public ProvisioningPage refuseUnknownAttributes() {
        // The box itself lies under the switch that is drawn.
        page.getByTestId("connection-strict").setChecked(true, new Locator.SetCheckedOptions().setForce(true));
        return this;
    }

    public ProvisioningPage remove() {
        return askToRemove().confirmRemoval();
    }

    /** Opens the dialog that asks what becomes of roles. */
    public ProvisioningPage askToRemove() {
        page.getByTestId("remove-connection").click();
        return this;
    }

    public ProvisioningPage keepRoles() {
        // The box itself lies under the switch that is drawn.
        page.getByTestId("keep-roles").setChecked(true, new Locator.SetCheckedOptions().setForce(true));
        return this;
    }

    public ProvisioningPage confirmRemoval() {
        page.getByTestId("confirm-remove-connection").click();
        return this;
    }

    /** Opens the dialog in which the connection that is shown takes over from another one. */
    public ProvisioningPage askToAdopt() {
        page.getByTestId("adopt-connection").click();
        return this;
    }

    /** @param from the id of the other connection */
    public ProvisioningPage adopt(String from) {
        page.getByTestId("adopt-from").selectOption(from);
        page.getByTestId("confirm-adopt").click();
        return this;
    }

    /** Whether the directory gets in, where something is to be done about it. */
    public Locator access() {
        return page.getByTestId("scim-access");
    }

    /** Opens the form of a token. */
    public ProvisioningPage askForToken() {
        page.getByTestId("issue-scim-token").click();
        return this;
    }

    public Locator field(String testId) {
        return page.getByTestId(testId);
    }

    public ProvisioningPage issueToken() {
        page.getByTestId("save-scim-token").click();
        return this;
    }

    /** The secret, and the address that goes with it, as the dialog shows them. */
    public Issued issued() {
        return new Issued(copied("issued-token"), copied("issued-token-baseUrl"));
    }

    /** What a directory is given. */
    public record Issued(String token, String baseUrl) {
        /** What the page calls the token by. */
        public String hint() {
            return token.substring(token.length() - 4);
        }

        /** Never the secret. */
        @Override
        public String toString() {
            return "…" + hint();
        }
    }

    public ProvisioningPage closeIssued() {
        page.getByTestId("close-issued-token").click();
        return this;
    }

    public Locator token(Issued issued) {
        return page.getByTestId("scim-token-row-" + issued.hint());
    }

    public ProvisioningPage revoke(Issued issued) {
        token(issued).getByTestId("row-actions").click();
        page.getByTestId("revoke-scim-token-" + issued.hint()).click();
        page.getByTestId("confirm-revoke-scim-token").click();
        return this;
    }

    public Locator health() {
        return page.getByTestId("connection-health");
    }

    /** What a form says of one of its fields. */
    public Locator errorAt(String field) {
        return page.getByTestId(field + "-error");
    }

    /** The page below, for what this object has no word for. */
    public Page page() {
        return page;
    }

    private String copied(String testId) {
        return page.getByTestId(testId).locator("input").inputValue();
    }
}

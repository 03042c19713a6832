package org.keysteward.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.keysteward.it.harness.TestRealm;

/** Keysteward's page of one tenant in the admin console. */
public final class TenantPage {
    private final Page page;

    private TenantPage(Page page) {
        this.page = page;
    }

    /**
     * By its address, as a bookmark does.
     *
     * @param tab such as {@code members}
     */
    public static TenantPage opened(AdminConsole console, TestRealm realm, String alias, String tab) {
        Page page = console.page();
        page.navigate(realm.keycloak().url() + "/admin/master/console/#/" + realm.name() + "/keysteward/tenants/"
                + alias + "/" + tab);
        return shown(page);
    }

    static TenantPage shown(Page page) {
        page.getByTestId("tenant-state").waitFor();
        return new TenantPage(page);
    }

    /**
     * One of {@code overview}, {@code members}, {@code roles}, {@code invitations}, {@code domains}, {@code provisioning}, {@code features},
     * {@code usage} and {@code delete}.
     */
    public TenantPage openTab(String tab) {
        page.getByTestId("tenant-tab-" + tab).click();
        return this;
    }

    /** As {@code Active}, beside the name. */
    public Locator state() {
        return page.getByTestId("tenant-state");
    }

    /** Of a limit such as {@code seats}, as {@code 2 of 3}. */
    public Locator use(String limit) {
        return page.getByTestId("use-" + limit);
    }

    public TenantPage giveSeats(int seats) {
        page.getByTestId("give-license").click();
        page.getByTestId("license-seats").fill(Integer.toString(seats));
        page.getByTestId("save-license").click();
        return this;
    }

    public TenantPage suspendLicense(String reason) {
        page.getByTestId("suspend-license").click();
        page.getByTestId("suspend-reason").fill(reason);
        page.getByTestId("confirm-suspend-license").click();
        return this;
    }

    public TenantPage resumeLicense() {
        page.getByTestId("resume-license").click();
        page.getByTestId("confirm-resume-license").click();
        return this;
    }

    public TenantPage addMember(String username, String role) {
        page.getByTestId("add-member").first().click();
        page.getByTestId("member-username").fill(username);
        page.getByTestId("member-role").selectOption(role);
        page.getByTestId("save-member").click();
        return this;
    }

    public Locator member(String username) {
        return page.getByTestId("member-row-" + username);
    }

    /** Opens the menu of a row and chooses, such as {@code remove} of a member. */
    public TenantPage choose(Locator row, String testId) {
        row.getByTestId("row-actions").click();
        page.getByTestId(testId).click();
        return this;
    }

    /** Removes a member and keeps the account. */
    public TenantPage removeMember(String username) {
        choose(member(username), "remove-member-" + username);
        page.getByTestId("confirm-remove-member").click();
        return this;
    }

    /** @param addresses one a line */
    public TenantPage inviteMany(String addresses) {
        page.getByTestId("invite-many").first().click();
        page.getByTestId("invitation-addresses").fill(addresses);
        page.getByTestId("save-invitations").click();
        return this;
    }

    /** What became of one of many addresses. */
    public Locator invitationResult(String email) {
        return page.getByTestId("bulk-result-" + email);
    }

    public Locator invitation(String email) {
        return page.getByTestId("invitation-row-" + email);
    }

    public TenantPage claimDomain(String name) {
        page.getByTestId("claim-domain").first().click();
        page.getByTestId("domain-name").fill(name);
        page.getByTestId("save-domain").click();
        return this;
    }

    /** As {@code Not verified}. */
    public Locator domainState(String name) {
        return page.getByTestId("domain-state-" + name);
    }

    public Locator feature(String key) {
        return page.getByTestId("feature-row-" + key);
    }

    /** Deletes it in the way that can be taken back. */
    public TenantPage delete(String alias) {
        openTab("delete");
        page.getByTestId("delete-tenant").click();
        page.getByTestId("confirm-alias").fill(alias);
        page.getByTestId("confirm-delete-tenant").click();
        return this;
    }

    public TenantPage restore() {
        page.getByTestId("restore-tenant").click();
        return this;
    }

    /** The page below, for what this object has no word for. */
    public Page page() {
        return page;
    }
}

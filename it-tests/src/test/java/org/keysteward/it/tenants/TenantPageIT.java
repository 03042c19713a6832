package org.keysteward.it.tenants;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.browser.Browser;
import org.keysteward.it.browser.TenantPage;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Mail;
import org.keysteward.it.harness.TestRealm;

/** What an administrator does on the page of one tenant. */
@KeycloakTest
class TenantPageIT {
    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @BeforeEach
    void aTenant(TestRealm realm, Mail mail) {
        realm.sendMailTo(mail);
        tenancy = Tenancy.in(realm).plan("team", 3);
        tenancy.tenant("acme", "team");
        tenancy.member("acme", "ada", "owner");
    }

    @Test
    void suspendsAndResumesALicenseAndGivesMoreSeats(TestRealm realm, Browser browser) {
        TenantPage page = TenantPage.opened(browser.adminConsole(realm), realm, "acme", "overview");
        assertThat(page.state()).hasText("Active");
        assertThat(page.use("seats")).hasText("1 of 3");

        page.suspendLicense("The invoice of May is open.");
        assertThat(page.state()).hasText("Suspended");
        tenancy.api()
                .get("/tenants/acme/license")
                .then()
                .body("suspension.reason", equalTo("The invoice of May is open."));
        page.resumeLicense();
        assertThat(page.state()).hasText("Active");
        page.giveSeats(5);

        assertThat(page.use("seats")).hasText("1 of 5");
    }

    @Test
    void addsAndRemovesAMember(TestRealm realm, Browser browser) {
        realm.createUser("bob");
        TenantPage page = TenantPage.opened(browser.adminConsole(realm), realm, "acme", "members");
        assertThat(page.member("ada")).containsText("Owner");

        page.addMember("bob", "viewer");
        assertThat(page.member("bob")).containsText("Viewer");
        page.removeMember("bob");

        assertThat(page.member("bob")).hasCount(0);
    }

    @Test
    void invitesManyAndSeesWhatBecameOfEach(TestRealm realm, Browser browser) {
        TenantPage page = TenantPage.opened(browser.adminConsole(realm), realm, "acme", "invitations");

        page.inviteMany("one@new.example\nada@example.org\ntwo@new.example\nthree@new.example");

        assertThat(page.invitationResult("one@new.example")).isVisible();
        assertThat(page.invitationResult("ada@example.org")).containsText("member of the tenant already");
        assertThat(page.invitationResult("three@new.example")).containsText("no free seat");
    }

    @Test
    void claimsADomainAndIsToldWhatToPublish(TestRealm realm, Browser browser) {
        TenantPage page = TenantPage.opened(browser.adminConsole(realm), realm, "acme", "domains");

        page.claimDomain("acme.example");

        assertThat(page.domainState("acme.example")).hasText("Not verified");
        assertThat(browser.page().getByTestId("challenge-name-acme.example").locator("input"))
                .hasValue("_keysteward-challenge.acme.example");
    }

    @Test
    void everyTabShowsSomethingAndComplainsOfNothing(TestRealm realm, Browser browser) {
        tenancy.api()
                .body(Map.of("name", "team", "limits", Map.of("seats", 3), "features", Map.of("sso", true)))
                .put("/plans/team")
                .then()
                .statusCode(200);
        TenantPage page = TenantPage.opened(browser.adminConsole(realm), realm, "acme", "overview");

        for (String tab : new String[] {"members", "invitations", "domains", "features", "usage", "delete"}) {
            page.openTab(tab);
            assertThat(browser.page().getByTestId("loading")).hasCount(0);
            assertThat(browser.page().getByTestId("problem")).hasCount(0);
        }
    }
}

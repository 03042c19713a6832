package org.keysteward.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.keysteward.it.browser.AdminConsole;
import org.keysteward.it.browser.Browser;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Mail;
import org.keysteward.it.harness.Probe;
import org.keysteward.it.harness.StatementLog;
import org.keysteward.it.harness.Statements;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.harness.Tokens;

/** A stock Keycloak with the bundle on PostgreSQL, and that the harness tells the truth about it. */
@KeycloakTest
class ServerIT {
    @Test
    void runsWithTheBundle(Keycloak keycloak) {
        Map<String, Object> extensions = keycloak.asAdministrator()
                .basePath("/admin/serverinfo")
                .get()
                .then()
                .statusCode(200)
                .extract()
                .path("providers.'realm-restapi-extension'.providers");

        assertThat(extensions).containsKey("keysteward-probe");
    }

    @Test
    void signsAUserIn(TestRealm realm) {
        TestUser alice = realm.createUser("alice");

        Tokens tokens = alice.signIn();

        assertThat(tokens.accessClaims().getString("preferred_username")).isEqualTo("alice");
        assertThat(alice.tryRefresh(tokens).statusCode()).isEqualTo(200);
    }

    @Test
    void takesMembersIn(TestRealm realm, Probe probe) {
        TestOrganization acme = realm.createOrganization("acme");

        int added = acme.add(realm.createUser("alice")).statusCode();
        String addedDirectly = probe.addMember(realm.createUser("bob"), acme).asString();
        int joinedDirectly =
                probe.joinHiddenGroupInContext(realm.createUser("carol"), acme).statusCode();

        assertThat(added).isEqualTo(201);
        assertThat(addedDirectly).isEqualTo("true");
        assertThat(joinedDirectly).isEqualTo(200);
        assertThat(acme.memberCount()).isEqualTo(3);
    }

    @Test
    void sendsMail(TestRealm realm, Mail mail) throws MessagingException {
        realm.sendMailTo(mail);
        TestUser alice = realm.createUser("alice");

        int sent = realm.admin()
                .body(List.of("UPDATE_PASSWORD"))
                .put("/users/" + alice.id() + "/execute-actions-email")
                .statusCode();

        assertThat(sent).isEqualTo(204);
        assertThat(mail.awaitMessageTo("alice@example.org").getSubject()).contains("Update Your Account");
    }

    @Test
    void showsTheAdminConsole(Browser browser, TestRealm realm) {
        realm.createUser("alice");

        AdminConsole console = browser.adminConsole(realm).openSection("Users");

        assertThat(console.heading()).hasText(Pattern.compile("Users.*"));
        assertThat(console.page().getByText("alice@example.org")).isVisible();
    }

    @Test
    void showsTheAccountConsole(Browser browser, TestRealm realm) {
        TestUser alice = realm.createUser("alice");
        realm.createOrganization("acme").add(alice);

        assertThat(browser.accountConsole(alice)
                        .page()
                        .getByText("Personal info")
                        .first())
                .isVisible();
    }

    @Test
    void countsTheStatementsOfARequest(Statements statements, TestRealm realm) {
        TestOrganization acme = realm.createOrganization("acme");
        TestUser[] users = {realm.createUser("alice"), realm.createUser("bob"), realm.createUser("carol")};

        StatementLog adding = statements.least(
                users.length, repetition -> acme.add(users[repetition]).then().statusCode(201));

        assertThat(adding.mentioning("insert into user_group_membership").count())
                .as(adding::toString)
                .isEqualTo(1);
        assertThat(adding.count()).isBetween(2, 60);
    }
}

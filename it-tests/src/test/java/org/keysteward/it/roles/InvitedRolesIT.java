package org.keysteward.it.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Mail;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.harness.Visitor;
import org.keysteward.it.tenants.Letter;

/** Invitations that carry a role which the tenant composed. */
@KeycloakTest
class InvitedRolesIT {
    @SuppressWarnings("NullAway.Init")
    private Composition composition;

    @SuppressWarnings("NullAway.Init")
    private TestUser owner;

    @SuppressWarnings("NullAway.Init")
    private TestUser grace;

    @BeforeEach
    void aTenantWithARole(TestRealm realm, Mail mail) {
        realm.sendMailTo(mail);
        composition = Composition.in(realm);
        owner = composition.tenancy().member("acme", "owner", "owner");
        grace = realm.createUser("grace");
        composition.makeRole("acme", "publisher", 15, List.of("journeys.publish"));
    }

    @Test
    void isGivenWhenTheInvitationIsAcceptedAndSaysWhereItCameFrom(Mail mail) {
        invite(composition.as(owner), "publisher").then().statusCode(201).body("role", equalTo("publisher"));
        Letter letter = Letter.to("grace@example.org", mail);

        accept(letter.link());

        assertThat(letter.text()).contains("as Role publisher");
        assertThat(composition.may(grace, "acme", "journeys.publish")).isTrue();
        composition
                .api()
                .queryParam("principalId", grace.id())
                .get("/tenants/acme/assignments")
                .then()
                .body("items", hasSize(1))
                .body("items[0].source", equalTo("invitation"))
                .body("items[0].role", equalTo("publisher"));
    }

    @Test
    void stayWithTheInvitationWhenItIsSentAgain(Mail mail) {
        String first =
                invite(composition.as(owner), "publisher").then().extract().path("id");
        Letter.to("grace@example.org", mail);

        composition
                .as(owner)
                .post("/tenants/acme/invitations/" + first + "/resend")
                .then()
                .statusCode(200)
                .body("role", equalTo("publisher"));
    }

    @Test
    void areRefusedToWhoDoesNotHaveThemThemselves() {
        composition.makeRole("acme", "inviter", 25, List.of("members.invite", "invitations.read", "roles.assign"));
        TestUser ivan = composition.tenancy().member("acme", "ivan", "member");
        composition.assign("acme", ivan, "inviter");

        invite(composition.as(ivan), "publisher")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:keysteward:problem:grants-too-much"))
                .body("missing", hasItem("journeys.publish"));
    }

    @Test
    void areRefusedToWhoMayInviteAndNotAssign() {
        composition.makeRole("acme", "inviter", 25, List.of("members.invite", "invitations.read", "journeys.publish"));
        TestUser ivan = composition.tenancy().member("acme", "ivan", "member");
        composition.assign("acme", ivan, "inviter");

        invite(composition.as(ivan), "publisher").then().statusCode(403);
        invite(composition.as(ivan), "viewer").then().statusCode(201);
    }

    @Test
    void ofAnotherTenantOrOfNobodyAreUnknown() {
        composition.makeRole("beta", "auditor-of-beta", 15, List.of("journeys.read"));

        for (var key : List.of("auditor-of-beta", "no-such-role")) {
            invite(composition.as(owner), key)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/role"))
                    .body("errors[0].detail", equalTo("There is no role with the key " + key + "."));
        }
    }

    @Test
    void areNotGivenOnceTheyAreGoneAndNobodyIsKeptOut(Mail mail) {
        invite(composition.as(owner), "publisher").then().statusCode(201);
        composition.api().delete("/tenants/acme/roles/publisher").then().statusCode(204);

        accept(Letter.to("grace@example.org", mail).link());

        assertThat(composition.may(grace, "acme", "journeys.publish")).isFalse();
        composition
                .api()
                .queryParam("search", "grace")
                .get("/tenants/acme/members")
                .then()
                .body("items[0].role", equalTo("member"));
    }

    private static Response invite(RequestSpecification who, String role) {
        return who.body(Map.of("email", "grace@example.org", "role", role)).post("/tenants/acme/invitations");
    }

    private static void accept(String link) {
        var guest = new Visitor();
        var joined = guest.click(guest.open(link), "Click here");
        assertThat(joined.status()).as(joined.text()).isLessThan(400);
    }
}

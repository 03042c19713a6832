package org.keysteward.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Mail;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.harness.Visitor;

/** Invitations: from the mail to the membership, and everything that refuses them on the way. */
@KeycloakTest
class InvitationsIT {
    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @SuppressWarnings("NullAway.Init")
    private TestOrganization acme;

    @SuppressWarnings("NullAway.Init")
    private TestUser owner;

    private final Visitor visitor = new Visitor();

    @BeforeEach
    void aTenantOfThreeSeats(TestRealm realm, Mail mail) {
        realm.sendMailTo(mail);
        tenancy = Tenancy.in(realm).plan("three", 3).openRealmDoor();
        acme = tenancy.tenant("acme", "three");
        owner = tenancy.member("acme", "owner", "owner");
    }

    @Test
    void somebodyNewRegistersWithTheLinkAndGetsTheRole(Mail mail) {
        invite("ada@new.example", "admin")
                .then()
                .statusCode(201)
                .body("state", equalTo("pending"))
                .body("role", equalTo("admin"));

        Letter letter = Letter.to("ada@new.example", mail);
        register(letter.link(), "ada@new.example");

        assertThat(letter.subject()).isEqualTo("Invitation to Tenant acme");
        assertThat(letter.text()).contains("as administrator").contains("within 12 hours");
        assertThat(letter.html()).contains("href=");
        member("ada@new.example").body("items[0].role", equalTo("admin")).body("items", hasSize(1));
        invitations().body("items", hasSize(0));
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(2);
    }

    @Test
    void somebodyWithAnAccountJoinsAfterAConfirmation(Mail mail) {
        TestUser grace = tenancy.realm().createUser("grace");
        invite("grace@example.org", "viewer").then().statusCode(201);

        accept(Letter.to("grace@example.org", mail).link(), grace);

        member("grace").body("items[0].role", equalTo("viewer"));
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(2);
    }

    @Test
    void aLinkWorksOnce(Mail mail) {
        TestUser grace = tenancy.realm().createUser("grace");
        invite("grace@example.org", "member").then().statusCode(201);
        String link = Letter.to("grace@example.org", mail).link();
        accept(link, grace);
        acme.remove(grace).then().statusCode(204);

        var again = new Visitor().open(link);

        assertThat(again.text()).contains("no longer valid");
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(1);
    }

    @Test
    void aRegistrationLinkWorksOnce(Mail mail) {
        invite("ada@new.example", "member").then().statusCode(201);
        String link = Letter.to("ada@new.example", mail).link();
        register(link, "ada@new.example");

        var again = new Visitor().open(link);

        assertThat(again.status()).isGreaterThanOrEqualTo(400);
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(2);
    }

    @Test
    void anotherAddressThanTheInvitedOneIsRefused(Mail mail) {
        invite("ada@new.example", "member").then().statusCode(201);

        var refused = fillRegistration(Letter.to("ada@new.example", mail).link(), "eve@new.example");

        assertThat(refused.text()).contains("Email does not match the invitation");
        assertThat(users("eve@new.example")).isEmpty();
        invitations().body("items", hasSize(1));
    }

    @Test
    void anAccountWhoseAddressChangedSinceIsRefused(Mail mail) {
        TestUser grace = tenancy.realm().createUser("grace");
        invite("grace@example.org", "member").then().statusCode(201);
        String link = Letter.to("grace@example.org", mail).link();
        tenancy.realm()
                .admin()
                .body(Map.of("email", "other@example.org"))
                .put("/users/" + grace.id())
                .then()
                .statusCode(204);

        var refused = visitor.open(link);

        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        assertThat(acme.memberCount()).isEqualTo(1);
    }

    @Test
    void theAnswerDoesNotTellWhoHasAnAccount() {
        tenancy.realm().createUser("grace");

        Map<String, Object> known = invite("grace@example.org", "member")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("");
        Map<String, Object> unknown = invite("nobody@example.org", "member")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("");

        assertThat(known.keySet()).isEqualTo(unknown.keySet());
        for (String same : List.of("role", "state", "invitedBy")) {
            assertThat(known.get(same)).isEqualTo(unknown.get(same));
        }
    }

    @Test
    void aPendingInvitationHoldsASeatAndAnAcceptedOneExchangesIt(Mail mail) {
        invite("one@new.example", "member").then().statusCode(201);
        invite("two@new.example", "member").then().statusCode(201);
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(3);

        invite("three@new.example", "member")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:seat-limit-reached"))
                .body("used", equalTo(3))
                .body("limit", equalTo(3));
        acme.add(tenancy.realm().createUser("late"))
                .then()
                .statusCode(400)
                .body("errorMessage", startsWith("Tenant acme has no free seat: 3 of 3 seats are used."));
        register(Letter.to("one@new.example", mail).link(), "one@new.example");

        assertThat(tenancy.seatsUsed("acme")).isEqualTo(3);
        assertThat(acme.memberCount()).isEqualTo(2);
    }

    @Test
    void anInvitationHoldsNoSeatWhereThePlanSaysSo(Mail mail) {
        tenancy.api()
                .body(Map.of("name", "three", "limits", Map.of("seats", 2), "invitationsHoldSeats", false))
                .put("/plans/three")
                .then()
                .statusCode(200);
        invite("one@new.example", "member").then().statusCode(201);
        invite("two@new.example", "member").then().statusCode(201);
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(1);
        register(Letter.to("one@new.example", mail).link(), "one@new.example");

        var refused = fillRegistration(Letter.to("two@new.example", mail).link(), "two@new.example");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("You cannot join Tenant acme now: all seats of its license are in use.");
        assertThat(users("two@new.example")).as("no half a user").isEmpty();
        invitations().body("items", hasSize(1)).body("items[0].email", equalTo("two@new.example"));
    }

    @Test
    void anAccountThatFindsNoSeatKeepsItsLink(Mail mail) {
        tenancy.api()
                .body(Map.of("name", "three", "limits", Map.of("seats", 1), "invitationsHoldSeats", false))
                .put("/plans/three")
                .then()
                .statusCode(200);
        TestUser grace = tenancy.realm().createUser("grace");
        invite("grace@example.org", "member").then().statusCode(201);
        String link = Letter.to("grace@example.org", mail).link();

        var refused = visitor.click(visitor.open(link), "Click here");
        tenancy.plan("more", 5);
        tenancy.api()
                .body(Map.of("plan", "more"))
                .put("/tenants/acme/license")
                .then()
                .statusCode(200);
        accept(link, grace);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("all seats of its license are in use");
        assertThat(acme.memberCount()).isEqualTo(2);
    }

    @Test
    void theStockConsolesInvitationsHoldSeatsToo(Mail mail) {
        stockInvite("one@new.example").then().statusCode(204);
        stockInviteExisting(tenancy.realm().createUser("grace")).then().statusCode(204);
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(3);

        stockInvite("three@new.example")
                .then()
                .statusCode(409)
                .body("errorMessage", startsWith("Tenant acme has no free seat"));
        stockInviteExisting(tenancy.realm().createUser("hopper"))
                .then()
                .statusCode(409)
                .body("errorMessage", startsWith("Tenant acme has no free seat"));
        register(Letter.to("one@new.example", mail).link(), "one@new.example");

        invitations()
                .body("items.role", equalTo(List.of("member")))
                .body("items[0].email", equalTo("grace@example.org"));
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(3);
    }

    @Test
    void anExpiredInvitationHoldsNoSeatAndCanBeSentAgain(Mail mail) {
        tenancy.realm().update(Map.of("actionTokenGeneratedByAdminLifespan", 1));
        String id = invite("ada@new.example", "admin")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().until(() -> tenancy.seatsUsed("acme") == 1);
        invitations().body("items[0].state", equalTo("expired"));
        tenancy.as(owner).get("/tenants/acme/invitations?state=pending").then().body("items", hasSize(0));
        tenancy.realm().update(Map.of("actionTokenGeneratedByAdminLifespan", 3600));

        String again = tenancy.as(owner)
                .post("/tenants/acme/invitations/" + id + "/resend")
                .then()
                .statusCode(200)
                .body("state", equalTo("pending"))
                .body("role", equalTo("admin"))
                .extract()
                .path("id");

        assertThat(again).isNotEqualTo(id);
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(2);
        await().until(() -> mail.messagesTo("ada@new.example").size() == 2);
        register(Letter.of(mail.messagesTo("ada@new.example").get(1)).link(), "ada@new.example");
        member("ada").body("items[0].role", equalTo("admin"));
    }

    @Test
    void aRevokedInvitationIsWorthNothing(Mail mail) {
        String id = invite("ada@new.example", "member")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String link = Letter.to("ada@new.example", mail).link();

        tenancy.as(owner).delete("/tenants/acme/invitations/" + id).then().statusCode(204);

        assertThat(visitor.open(link).status()).isGreaterThanOrEqualTo(400);
        tenancy.as(owner).delete("/tenants/acme/invitations/" + id).then().statusCode(404);
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(1);
    }

    @Test
    void whoIsThereOrInvitedIsNotInvitedAgain() {
        invite("ada@new.example", "member").then().statusCode(201);

        invite("ADA@new.example", "member")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:already-invited"));
        invite("owner@example.org", "member")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:already-member"));
    }

    @Test
    void manyAreInvitedAtOnceEachForThemselves() {
        var answer = batch(List.of(
                Map.of("email", "one@new.example"),
                Map.of("email", "owner@example.org"),
                Map.of("email", "one@new.example"),
                Map.of("email", "two@new.example", "role", "viewer"),
                Map.of("email", "three@new.example")));

        answer.then()
                .statusCode(200)
                .body("results[0].invitation.state", equalTo("pending"))
                .body("results[1].problem.type", equalTo("urn:keysteward:problem:already-member"))
                .body("results[2].problem.type", equalTo("urn:keysteward:problem:already-invited"))
                .body("results[3].invitation.role", equalTo("viewer"))
                .body("results[4].problem.type", equalTo("urn:keysteward:problem:seat-limit-reached"))
                .body("results[4].problem.detail", notNullValue());
        invitations().body("items", hasSize(2));
    }

    @Test
    void fiveHundredAreInvitedAndOneMoreIsNot() {
        tenancy.plan("large", 1000);
        tenancy.api()
                .body(Map.of("plan", "large"))
                .put("/tenants/acme/license")
                .then()
                .statusCode(200);
        var people = new ArrayList<Map<String, Object>>(IntStream.range(0, 501)
                .mapToObj(number -> Map.<String, Object>of("email", "person" + number + "@new.example"))
                .toList());

        batch(people)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/invitations"))
                .body("detail", equalTo("At most 500 people can be invited at once; these are 501."));
        invitations().body("items", hasSize(0));
        people.remove(500);
        List<Map<String, Object>> results =
                batch(people).then().statusCode(200).extract().path("results");

        assertThat(results).hasSize(500).allMatch(row -> row.get("invitation") != null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada@", "@acme.example", "ada@acme.example\\n", "a b@acme.example"})
    void whatIsNoAddressIsRefused(String address) {
        tenancy.as(owner)
                .body("{\"email\":\"" + address + "\"}")
                .post("/tenants/acme/invitations")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/email"));
    }

    @Test
    void nobodyInvitesAboveThemselves() {
        TestUser admin = tenancy.member("acme", "admin", "admin");

        tenancy.as(admin)
                .body(Map.of("email", "ada@new.example", "role", "owner"))
                .post("/tenants/acme/invitations")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:keysteward:problem:rank-too-high"));
        tenancy.as(tenancy.member("acme", "plain", "member"))
                .body(Map.of("email", "ada@new.example"))
                .post("/tenants/acme/invitations")
                .then()
                .statusCode(403);
    }

    @Test
    void whoIsAddedOtherwiseGivesUpTheirInvitation(Mail mail) {
        TestUser grace = tenancy.realm().createUser("grace");
        invite("grace@example.org", "admin").then().statusCode(201);
        String link = Letter.to("grace@example.org", mail).link();
        assertThat(tenancy.seatsUsed("acme")).isEqualTo(2);

        acme.add(grace).then().statusCode(201);

        assertThat(tenancy.seatsUsed("acme")).as("one person, one seat").isEqualTo(2);
        invitations().body("items", hasSize(0));
        member("grace").body("items[0].role", equalTo("member"));
        assertThat(visitor.open(link).status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void nobodyTakesBackWhoStandsAboveThem() {
        String id = invite("ada@new.example", "owner")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        tenancy.as(tenancy.member("acme", "admin", "admin"))
                .delete("/tenants/acme/invitations/" + id)
                .then()
                .statusCode(403);
        tenancy.as(owner).delete("/tenants/acme/invitations/" + id).then().statusCode(204);
    }

    @Test
    void theLanguageIsThatOfTheRealmOrOfTheAccount(Mail mail) {
        tenancy.realm()
                .update(Map.of(
                        "internationalizationEnabled",
                        true,
                        "supportedLocales",
                        List.of("en", "de"),
                        "defaultLocale",
                        "de"));

        invite("ada@new.example", "admin").then().statusCode(201);

        Letter letter = Letter.to("ada@new.example", mail);
        assertThat(letter.subject()).isEqualTo("Einladung zu Tenant acme");
        assertThat(letter.text()).contains("mit der Rolle Administrator").contains("binnen 12 Stunden");
    }

    @Test
    void aMailThatDidNotLeaveIsShown() {
        tenancy.realm().update(Map.of("smtpServer", Map.of("host", "localhost", "port", "1", "from", "a@example.org")));

        String id = invite("ada@new.example", "member")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        tenancy.as(owner).get("/tenants/acme/invitations/" + id).then().body("mail", equalTo("queued"));
    }

    @Test
    void theLimitOfPendingInvitationsHolds() {
        limit(Map.of("seats", 10, "pendingInvitations", 1));
        invite("one@new.example", "member").then().statusCode(201);

        invite("two@new.example", "member")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:limit-reached"))
                .body("limitKey", equalTo("pendingInvitations"))
                .body("used", equalTo(1))
                .body("limit", equalTo(1));
        stockInvite("three@new.example").then().statusCode(409);
    }

    @Test
    void anInvitedAdministratorCountsAsOneBeforeAndAfter(Mail mail) {
        limit(Map.of("seats", 10, "admins", 2));
        invite("ada@new.example", "admin").then().statusCode(201);

        invite("eve@new.example", "admin").then().statusCode(409).body("limitKey", equalTo("admins"));
        TestUser plain = tenancy.member("acme", "plain", "member");
        tenancy.as(owner)
                .body(Map.of("role", "admin"))
                .put("/tenants/acme/members/" + plain.id())
                .then()
                .statusCode(409)
                .body("limitKey", equalTo("admins"));
        register(Letter.to("ada@new.example", mail).link(), "ada@new.example");

        member("ada").body("items[0].role", equalTo("admin"));
        tenancy.api()
                .get("/tenants/acme/license")
                .then()
                .body("use.admins.used", equalTo(2))
                .body("use.admins.limit", equalTo(2));
    }

    private void limit(Map<String, Object> limits) {
        tenancy.api()
                .body(Map.of("plan", "three", "limits", limits))
                .put("/tenants/acme/license")
                .then()
                .statusCode(200);
    }

    private Response invite(String email, String role) {
        return tenancy.as(owner).body(Map.of("email", email, "role", role)).post("/tenants/acme/invitations");
    }

    private Response batch(List<Map<String, Object>> people) {
        return tenancy.as(owner).body(Map.of("invitations", people)).post("/tenants/acme/invitations/batch");
    }

    private ValidatableResponse invitations() {
        return tenancy.as(owner).get("/tenants/acme/invitations").then().statusCode(200);
    }

    private ValidatableResponse member(String search) {
        return tenancy.as(owner)
                .queryParam("search", search)
                .get("/tenants/acme/members")
                .then()
                .statusCode(200);
    }

    private Response stockInvite(String email) {
        return tenancy.realm()
                .admin()
                .contentType("application/x-www-form-urlencoded")
                .formParam("email", email)
                .post("/organizations/" + acme.id() + "/members/invite-user");
    }

    private Response stockInviteExisting(TestUser user) {
        return tenancy.realm()
                .admin()
                .contentType("application/x-www-form-urlencoded")
                .formParam("id", user.id())
                .post("/organizations/" + acme.id() + "/members/invite-existing-user");
    }

    private List<Object> users(String email) {
        return tenancy.realm()
                .admin()
                .queryParam("email", email)
                .get("/users")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private void register(String link, String email) {
        var arrived = fillRegistration(link, email);
        assertThat(arrived.status()).as(arrived.text()).isLessThan(400);
        assertThat(users(email)).hasSize(1);
    }

    private Visitor.Place fillRegistration(String link, String email) {
        var form = new HashMap<>(Map.of("firstName", "Ada", "lastName", "Lovelace", "email", email));
        form.put("username", email.substring(0, email.indexOf('@')));
        form.put("password", "password");
        form.put("password-confirm", "password");
        var newcomer = new Visitor();
        return newcomer.submit(newcomer.open(link), form);
    }

    /** Says yes on the page that asks. */
    private void accept(String link, TestUser user) {
        var guest = new Visitor();
        var joined = guest.click(guest.open(link), "Click here");
        assertThat(joined.status()).as(user + ": " + joined.text()).isLessThan(400);
    }
}

package org.keysteward.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.NameServer;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** Domains give power when they are verified, and not before. */
@KeycloakTest
class DomainsIT {
    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @SuppressWarnings("NullAway.Init")
    private TestOrganization acme;

    @SuppressWarnings("NullAway.Init")
    private TestUser owner;

    @SuppressWarnings("NullAway.Init")
    private TestUser rival;

    @BeforeEach
    void twoTenants(TestRealm realm) {
        tenancy = Tenancy.in(realm).plan("team", 5).openRealmDoor();
        acme = tenancy.tenant("acme", "team");
        tenancy.tenant("rival", "team");
        owner = tenancy.member("acme", "owner", "owner");
        rival = tenancy.member("rival", "rival", "owner");
    }

    @Test
    void aPublishedRecordVerifies(NameServer names) {
        String domain = domain("acme");
        Response claimed = claim(owner, "acme", domain.toUpperCase(java.util.Locale.ROOT));
        claimed.then()
                .statusCode(201)
                .body("name", equalTo(domain))
                .body("verified", equalTo(false))
                .body("challenge.type", equalTo("TXT"))
                .body("challenge.name", equalTo("_keysteward-challenge." + domain))
                .body("challenge.value", startsWith("keysteward-domain-verification="));
        verify(owner, "acme", domain)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:domain-not-verified"))
                .body("record.name", equalTo("_keysteward-challenge." + domain));
        assertThat(stockDomains()).as("Keycloak does not learn of a claim").isEmpty();

        names.publish(claimed.path("challenge.name"), "v=spf1 -all", claimed.path("challenge.value"));

        verify(owner, "acme", domain)
                .then()
                .statusCode(200)
                .body("verified", equalTo(true))
                .body("verifiedBy", equalTo("dns"))
                .body("challenge", nullValue());
        assertThat(stockDomains()).containsExactly(domain);
        verify(owner, "acme", domain).then().statusCode(200);
    }

    @Test
    void anotherClaimsRecordProvesNothing(NameServer names) {
        String domain = domain("acme");
        Response ours = claim(owner, "acme", domain);
        Response theirs = claim(rival, "rival", domain);
        names.publish(ours.path("challenge.name"), theirs.<String>path("challenge.value"));

        verify(owner, "acme", domain).then().statusCode(409);
        verify(rival, "rival", domain).then().statusCode(200);

        names.publish(ours.path("challenge.name"), ours.<String>path("challenge.value"));
        verify(owner, "acme", domain)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:domain-taken"));
        claim(owner, "acme", domain).then().statusCode(409);
    }

    @Test
    void whatIsVerifiedByOneIsNotClaimedByAnother() {
        String domain = domain("acme");
        claim(owner, "acme", domain).then().statusCode(201);
        tenancy.api()
                .post("/tenants/acme/domains/" + domain + "/approve")
                .then()
                .statusCode(200);

        claim(rival, "rival", domain)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:domain-taken"))
                .body("errors[0].pointer", equalTo("/name"));

        tenancy.as(owner).delete("/tenants/acme/domains/" + domain).then().statusCode(204);
        assertThat(stockDomains()).isEmpty();
        claim(rival, "rival", domain).then().statusCode(201);
    }

    @Test
    void twoWhoVerifyAtOnceAreNotBothBelieved(NameServer names) {
        String domain = domain("both");
        Response ours = claim(owner, "acme", domain);
        Response theirs = claim(rival, "rival", domain);
        names.publish(
                ours.path("challenge.name"), ours.path("challenge.value"), theirs.<String>path("challenge.value"));

        List<Callable<Response>> both =
                List.of(() -> verify(owner, "acme", domain), () -> verify(rival, "rival", domain));
        List<Response> answers = Crowd.atOnce(both);

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void whatTheStockConsoleTookAwayCanBeHadByAnother() {
        String domain = domain("acme");
        claim(owner, "acme", domain).then().statusCode(201);
        tenancy.api()
                .post("/tenants/acme/domains/" + domain + "/approve")
                .then()
                .statusCode(200);
        tenancy.realm()
                .admin()
                .body(Map.of("name", "Tenant acme", "alias", "acme", "enabled", true, "domains", List.of()))
                .put("/organizations/" + acme.id())
                .then()
                .statusCode(204);

        tenancy.as(owner).get("/tenants/acme/domains").then().body("items[0].verified", equalTo(false));
        claim(rival, "rival", domain).then().statusCode(201);
        tenancy.api()
                .post("/tenants/rival/domains/" + domain + "/approve")
                .then()
                .statusCode(200)
                .body("verified", equalTo(true));
    }

    @Test
    void onlyARealmAdministratorStandsInForAProof() {
        String domain = domain("acme");
        claim(owner, "acme", domain).then().statusCode(201);

        tenancy.as(owner)
                .post("/tenants/acme/domains/" + domain + "/approve")
                .then()
                .statusCode(403);
        tenancy.api()
                .post("/tenants/acme/domains/" + domain + "/approve")
                .then()
                .statusCode(200)
                .body("verifiedBy", equalTo("administrator"));
    }

    @Test
    void theLimitHoldsAndNonsenseIsRefused() {
        tenancy.api()
                .body(Map.of("plan", "team", "limits", Map.of("domains", 1)))
                .put("/tenants/acme/license")
                .then()
                .statusCode(200);
        claim(owner, "acme", domain("one")).then().statusCode(201);

        claim(owner, "acme", domain("two")).then().statusCode(409).body("limitKey", equalTo("domains"));
        for (String nonsense :
                List.of("acme", "a b.example", "http://acme.example", "*.acme.example", "x".repeat(300))) {
            claim(owner, "acme", nonsense).then().statusCode(422).body("errors[0].pointer", equalTo("/name"));
        }
        tenancy.as(owner).get("/tenants/acme/domains").then().body("items", hasSize(1));
        verify(owner, "acme", "never.claimed.example").then().statusCode(404);
    }

    /** Names are kept from test to test by the one name server. */
    private String domain(String label) {
        return label + "." + tenancy.realm().name() + ".example";
    }

    private List<String> stockDomains() {
        return tenancy.realm()
                .admin()
                .get("/organizations/" + acme.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("domains.findAll { it.verified }.name");
    }

    private Response claim(TestUser user, String tenant, String domain) {
        return tenancy.as(user).body(Map.of("name", domain)).post("/tenants/" + tenant + "/domains");
    }

    private Response verify(TestUser user, String tenant, String domain) {
        return tenancy.as(user).post("/tenants/" + tenant + "/domains/" + domain + "/verify");
    }
}

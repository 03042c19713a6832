package org.keysteward.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestClients;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** What tokens and assertions say of licenses. */
@KeycloakTest
class TokenClaimsIT {
    private static final String LICENSE_MAPPER = "keysteward-oidc-license-mapper";
    private static final String STOCK_MAPPER = "oidc-organization-membership-mapper";
    private static final Map<String, Object> ACTIVE = Map.of("plan", "team", "state", "active");

    @SuppressWarnings("NullAway.Init")
    private FeatureFlags flags;

    @SuppressWarnings("NullAway.Init")
    private TestRealm realm;

    @SuppressWarnings("NullAway.Init")
    private TestClients clients;

    @SuppressWarnings("NullAway.Init")
    private TestUser alice;

    @BeforeEach
    void aliceInTwoTenants(TestRealm made) {
        realm = made;
        clients = new TestClients(made);
        flags = FeatureFlags.in(made);
        flags.tenancy().tenant("acme", "team");
        flags.tenancy().tenant("beta", null);
        alice = flags.tenancy().member("acme", "alice", "member");
        flags.tenancy().add("beta", alice, "member").then().statusCode(201);
    }

    @Test
    void everyTokenSaysPlanAndState() {
        mapper(Map.of());

        var tokens = alice.signIn("organization:acme");

        assertThat(tokens.accessClaims().<String, Object>getMap("organization"))
                .isEqualTo(Map.of("acme", Map.of("license", ACTIVE)));
        assertThat(tokens.idClaims().<String, Object>getMap("organization"))
                .isEqualTo(Map.of("acme", Map.of("license", ACTIVE)));
        assertThat(clients.userInfo(tokens.access()).<String, Object>getMap("organization"))
                .isEqualTo(Map.of("acme", Map.of("license", ACTIVE)));
    }

    @Test
    void introspectionSaysWhatHoldsNow() {
        mapper(Map.of());
        clients.introspector(Map.of());
        String token = clients.signInAtIntrospector(alice, "organization:acme");
        assertThat(clients.introspect(token).<String, Object>getMap("organization.acme.license"))
                .isEqualTo(ACTIVE);

        license("acme", Map.of("plan", "team", "expiresAt", "2020-01-01T00:00:00Z"));

        assertThat(clients.introspect(token).getString("organization.acme.license.state"))
                .isEqualTo("expired");
    }

    @Test
    void eachTenantHasItsOwn() {
        mapper(Map.of("features", "*"));
        license("acme", Map.of("plan", "team", "startsAt", "2999-01-01T00:00:00Z"));

        JsonPath claims = alice.signIn("organization:*").accessClaims();

        assertThat(claims.getString("organization.acme.license.state")).isEqualTo("trial");
        assertThat(claims.getBoolean("organization.acme.features.sso")).isTrue();
        assertThat(claims.<String, Object>getMap("organization.beta"))
                .isEqualTo(Map.of("license", Map.of("state", "active"), "features", Map.of()));
    }

    @Test
    void withoutTheScopeThereIsNoClaim() {
        mapper(Map.of("features", "*"));

        var tokens = alice.signIn();

        assertThat(tokens.accessClaims().<Object>get("organization")).isNull();
        assertThat(tokens.idClaims().<Object>get("organization")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"sso##tier##unheard-of, 2", "*, 6"})
    void featuresAreThoseThatAreAskedFor(String features, int count) {
        mapper(Map.of("features", features));

        Map<String, Object> given =
                alice.signIn("organization:acme").accessClaims().getMap("organization.acme.features");

        assertThat(given).hasSize(count).containsEntry("sso", true).containsEntry("tier", "gold");
    }

    @Test
    void featuresAreWhatTheyAreForTheUser() {
        mapper(Map.of("features", "*"));
        flags.rollOut(Map.of(
                "sso", Map.of("percentage", 50, "by", "member"), "tier", Map.of("from", "2999-01-01T00:00:00Z")));
        for (var number = 0; number < 5; number++) {
            TestUser user = flags.tenancy().member("acme", "user-" + number, "viewer");
            boolean inToken =
                    user.signIn("organization:acme").accessClaims().getBoolean("organization.acme.features.sso");

            boolean byProtocol = flags.evaluate(flags.token(user), "sso", Map.of())
                    .jsonPath()
                    .getBoolean("value");
            assertThat(inToken).isEqualTo(byProtocol);
        }
        Map<String, Object> features =
                alice.signIn("organization:acme").accessClaims().getMap("organization.acme.features");
        assertThat(features).doesNotContainKey("tier").containsKey("sso");
    }

    @Test
    void aChangeShowsInTheNextToken() {
        mapper(Map.of("features", "sso"));
        var tokens = alice.signIn("organization:acme");
        license("acme", Map.of("plan", "team", "expiresAt", "2020-01-01T00:00:00Z"));

        Response refreshed = alice.tryRefresh(tokens);

        JsonPath claims =
                TestClients.claims(refreshed.then().statusCode(200).extract().path("access_token"));
        assertThat(claims.getString("organization.acme.license.state")).isEqualTo("expired");
        assertThat(claims.getBoolean("organization.acme.features.sso")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // As the stock mapper is made; one alias alone; an object with the organization's id.
        "true,  String, false",
        "false, String, false",
        "true,  JSON,   false",
        "true,  JSON,   true"
    })
    void whateverFormTheClaimHadItIsAnObjectByAlias(boolean multivalued, String jsonType, boolean withId) {
        mapper(Map.of());
        stockMapper(Map.of(
                "multivalued",
                String.valueOf(multivalued),
                "jsonType.label",
                jsonType,
                "addOrganizationId",
                String.valueOf(withId)));

        Map<String, Object> acme =
                alice.signIn("organization:acme").accessClaims().getMap("organization.acme");

        assertThat(acme).containsEntry("license", ACTIVE);
        assertThat(acme.containsKey("id")).isEqualTo(withId);
    }

    @Test
    void whatAnotherMapperPutsIntoTheClaimIsNotBelieved() {
        mapper(Map.of());
        stockMapper(Map.of("access.token.claim", "false"));
        flags.tenancy().tenant("gamma", "team");
        realm.admin()
                .body(Map.of(
                        "name",
                        "forged",
                        "protocol",
                        "openid-connect",
                        "protocolMapper",
                        "oidc-hardcoded-claim-mapper",
                        "config",
                        Map.of(
                                "claim.name",
                                "organization",
                                "claim.value",
                                "gamma",
                                "jsonType.label",
                                "String",
                                "access.token.claim",
                                "true")))
                .post("/clients/" + realm.clientId(TestRealm.CLIENT) + "/protocol-mappers/models")
                .then()
                .statusCode(201);

        JsonPath claims = alice.signIn("organization:acme").accessClaims();

        assertThat(claims.<String, Object>getMap("organization")).isEqualTo(Map.of("gamma", Map.of()));
    }

    @Test
    void theProtocolFindsTheTenantInTheObject() {
        mapper(Map.of());

        String token = flags.token(alice, "organization:acme");

        assertThat(TestClients.claims(token).<Object>get("organization.acme.license"))
                .isNotNull();
        flags.evaluateAll(token, Map.of()).then().statusCode(200).body("metadata.tenant", equalTo("acme"));
    }

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, true, false"})
    void aLightweightTokenSaysItWhereBothMappersDo(boolean stock, boolean ours, boolean there) {
        mapper(Map.of("lightweight.claim", String.valueOf(ours)));
        stockMapper(Map.of("lightweight.claim", String.valueOf(stock)));
        clients.introspector(Map.of("client.use.lightweight.access.token.enabled", "true"));

        String token = clients.signInAtIntrospector(alice, "organization:acme");

        assertThat(TestClients.claims(token).<Object>get("organization.acme.license") != null)
                .isEqualTo(there);
        // What the token leaves out, introspection says all the same.
        assertThat(clients.introspect(token).<String, Object>getMap("organization.acme.license"))
                .isEqualTo(ACTIVE);
    }

    @Test
    void whoLeftATenantHasNothingOfItInTheNextToken() {
        mapper(Map.of());
        String organization = flags.tenancy().api().get("/tenants/acme").path("id");
        realm.admin()
                .delete("/organizations/" + organization + "/members/" + alice.id())
                .then()
                .statusCode(204);

        JsonPath claims = alice.signIn("organization:*").accessClaims();

        assertThat(claims.<Object>get("organization.acme")).isNull();
        assertThat(claims.getString("organization.beta.license.state")).isEqualTo("active");
    }

    @Test
    void anAssertionSaysItInAttributes() {
        clients.samlClient("keysteward-saml-license-mapper", Map.of("features", "sso##projects##export##unheard-of"));

        String assertion = clients.samlResponse(alice);

        assertThat(TestClients.attribute(assertion, "organization.acme.license.plan"))
                .isEqualTo("team");
        assertThat(TestClients.attribute(assertion, "organization.acme.license.state"))
                .isEqualTo("active");
        assertThat(TestClients.attribute(assertion, "organization.acme.features.sso"))
                .isEqualTo("true");
        assertThat(TestClients.attribute(assertion, "organization.acme.features.projects"))
                .isEqualTo("25");
        assertThat(TestClients.attribute(assertion, "organization.acme.features.export"))
                .isEqualTo("{\"days\":30}");
        assertThat(TestClients.attribute(assertion, "organization.acme.features.unheard-of"))
                .isNull();
        assertThat(TestClients.attribute(assertion, "organization.beta.license.state"))
                .isEqualTo("active");
        assertThat(TestClients.attribute(assertion, "organization.beta.license.plan"))
                .isNull();
        assertThat(TestClients.attribute(assertion, "organization.beta.features.sso"))
                .isNull();
    }

    private void mapper(Map<String, String> config) {
        clients.organizationMapper("license", LICENSE_MAPPER, config);
    }

    private void stockMapper(Map<String, String> config) {
        String mappers = "/client-scopes/" + clients.scope("organization") + "/protocol-mappers/models";
        Map<String, Object> model = new HashMap<>(realm.admin()
                .get(mappers)
                .jsonPath()
                .<String, Object>getMap("find { it.protocolMapper == '" + STOCK_MAPPER + "' }"));
        Map<String, Object> all = new HashMap<>((Map<String, Object>) model.get("config"));
        all.putAll(config);
        model.put("config", all);
        realm.admin().body(model).put(mappers + "/" + model.get("id")).then().statusCode(204);
    }

    private void license(String tenant, Map<String, Object> license) {
        flags.tenancy()
                .api()
                .body(license)
                .put("/tenants/" + tenant + "/license")
                .then()
                .statusCode(200);
    }
}

package org.keysteward.it.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Partner;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** Groups of a tenant's identity provider give roles in the tenant. */
@KeycloakTest
class GroupMappingIT {
    private static final String SAML_MAPPER = "keysteward-saml-group-role-mapper";

    @SuppressWarnings("NullAway.Init")
    private Composition roles;

    @SuppressWarnings("NullAway.Init")
    private TestRealm other;

    @SuppressWarnings("NullAway.Init")
    private Partner partner;

    @SuppressWarnings("NullAway.Init")
    private TestUser ada;

    @BeforeEach
    void adaAtThePartnerOfAcme(Keycloak keycloak, TestRealm realm) {
        roles = Composition.in(realm);
        for (String key : List.of("reader", "writer", "clerk")) {
            roles.makeRole("acme", key, 5, List.of("journeys.read"));
        }
        String id = roles.api().get("/tenants/acme").path("id");
        other = keycloak.createRealm();
        partner = Partner.of(new TestOrganization(realm, id, "acme"), other);
        ada = other.createUser("ada");
    }

    @AfterEach
    void withoutThePartner() {
        other.close();
    }

    @Test
    void whoSignsInHasTheRolesOfTheirGroupsThenAndNotThoseOfBefore() {
        partner.trust();
        tell(
                "openid-connect",
                "oidc-group-membership-mapper",
                Map.of("claim.name", "groups", "full.path", "false", "id.token.claim", "true"));
        follow("keysteward-group-role-mapper", Map.of("claim", "groups"));

        rolesFollowGroups();
    }

    @Test
    void theSameHoldsForSaml() {
        partner.trustBySaml();
        tellBySaml(Map.of("attribute.name", "groups", "single", "true"));
        follow(SAML_MAPPER, Map.of());

        rolesFollowGroups();
    }

    @Test
    void aFriendlyNameIsEnoughWhereEachGroupIsAnAttributeOfItsOwn() {
        partner.trustBySaml();
        tellBySaml(Map.of("attribute.name", "urn:oid:1.3.6.1.4.1.5923.1.5.1.1", "friendly.name", "isMemberOf"));
        follow(SAML_MAPPER, Map.of("attribute.name", "", "attribute.friendly.name", "isMemberOf"));

        rolesFollowGroups();
    }

    @Test
    void anAttributeThatIsNotTheConfiguredOneGivesNothing() {
        partner.trustBySaml();
        tellBySaml(Map.of("attribute.name", "groups", "friendly.name", "memberOf", "single", "true"));
        follow(SAML_MAPPER, Map.of("attribute.name", "groups", "attribute.friendly.name", "isMemberOf"));
        map("sales-emea", "writer");
        join(group("sales-emea"));

        partner.signIn(ada);

        assignments().body("items", empty());
    }

    private void rolesFollowGroups() {
        map("sales*", "reader");
        map("sales-emea", "writer");
        map("finance", "clerk");
        String emea = group("sales-emea");
        join(emea);

        partner.signIn(ada);

        assignments()
                .body("items.role", contains("writer"))
                .body("items[0].source", equalTo("idp"))
                .body("items[0].detail", equalTo(Partner.BROKER));

        other.admin().delete("/users/" + ada.id() + "/groups/" + emea).then().statusCode(204);
        join(group("finance"));
        join(group("sales-apac"));
        partner.signIn(ada);

        assignments().body("items.role", containsInAnyOrder("clerk", "reader"));
        roles.api().get("/tenants/acme/assignments?source=manual").then().body("items", empty());
        assertThat(roles.tenancy().seatsUsed("acme")).isEqualTo(1);
    }

    private ValidatableResponse assignments() {
        String member = roles.api().get("/tenants/acme/members").path("items.find { it.username == 'ada' }.id");
        assertThat(member).isNotNull();
        return roles.api()
                .get("/tenants/acme/assignments?principalId=" + member)
                .then()
                .statusCode(200);
    }

    private void map(String group, String role) {
        roles.api()
                .body(Map.of("source", "idp", "identityProvider", Partner.BROKER, "group", group, "role", role))
                .post("/tenants/acme/role-mappings")
                .then()
                .statusCode(201);
    }

    private void tellBySaml(Map<String, String> config) {
        Map<String, String> all = new HashMap<>(Map.of("full.path", "false", "attribute.nameformat", "Basic"));
        all.putAll(config);
        tell("saml", "saml-group-membership-mapper", all);
    }

    private void tell(String protocol, String mapper, Map<String, String> config) {
        other.admin()
                .body(Map.of("name", "groups", "protocol", protocol, "protocolMapper", mapper, "config", config))
                .post("/clients/" + other.clientId(Partner.CLIENT) + "/protocol-mappers/models")
                .then()
                .statusCode(201);
    }

    private void follow(String mapper, Map<String, String> config) {
        Map<String, String> all = new HashMap<>(Map.of("syncMode", "FORCE"));
        all.putAll(config);
        roles.realm()
                .admin()
                .body(Map.of(
                        "name",
                        "groups",
                        "identityProviderAlias",
                        Partner.BROKER,
                        "identityProviderMapper",
                        mapper,
                        "config",
                        all))
                .post("/identity-provider/instances/" + Partner.BROKER + "/mappers")
                .then()
                .statusCode(201);
    }

    private String group(String name) {
        return other.admin()
                .body(Map.of("name", name))
                .post("/groups")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceAll(".*/", "");
    }

    private void join(String group) {
        other.admin().put("/users/" + ada.id() + "/groups/" + group).then().statusCode(204);
    }
}

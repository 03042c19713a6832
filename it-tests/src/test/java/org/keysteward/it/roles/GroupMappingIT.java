package org.keysteward.it.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
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
    @Test
    void whoSignsInHasTheRolesOfTheirGroupsThenAndNotThoseOfBefore(Keycloak keycloak, TestRealm realm) {
        var roles = Composition.in(realm);
        for (String key : List.of("reader", "writer", "clerk")) {
            roles.makeRole("acme", key, 5, List.of("journeys.read"));
        }
        String id = roles.api().get("/tenants/acme").path("id");
        try (TestRealm other = keycloak.createRealm()) {
            var partner = Partner.of(new TestOrganization(realm, id, "acme"), other);
            partner.trust();
            tellOfGroups(other);
            realm.admin()
                    .body(Map.of(
                            "name",
                            "groups",
                            "identityProviderAlias",
                            Partner.BROKER,
                            "identityProviderMapper",
                            "keysteward-group-role-mapper",
                            "config",
                            Map.of("claim", "groups", "syncMode", "FORCE")))
                    .post("/identity-provider/instances/" + Partner.BROKER + "/mappers")
                    .then()
                    .statusCode(201);
            map(roles, "sales*", "reader");
            map(roles, "sales-emea", "writer");
            map(roles, "finance", "clerk");
            TestUser ada = other.createUser("ada");
            String emea = group(other, "sales-emea");
            String finance = group(other, "finance");
            join(other, ada, emea);

            partner.signIn(ada);

            String member = roles.api().get("/tenants/acme/members").path("items.find { it.username == 'ada' }.id");
            roles.api()
                    .get("/tenants/acme/assignments?principalId=" + member)
                    .then()
                    .body("items.role", contains("writer"))
                    .body("items[0].source", equalTo("idp"))
                    .body("items[0].detail", equalTo(Partner.BROKER));

            other.admin()
                    .delete("/users/" + ada.id() + "/groups/" + emea)
                    .then()
                    .statusCode(204);
            join(other, ada, finance);
            join(other, ada, group(other, "sales-apac"));
            partner.signIn(ada);

            roles.api()
                    .get("/tenants/acme/assignments?principalId=" + member)
                    .then()
                    .body("items.role", containsInAnyOrder("clerk", "reader"));
            roles.api().get("/tenants/acme/assignments?source=manual").then().body("items", empty());
            assertThat(roles.tenancy().seatsUsed("acme")).isEqualTo(1);
        }
    }

    private static void map(Composition roles, String group, String role) {
        roles.api()
                .body(Map.of("source", "idp", "identityProvider", Partner.BROKER, "group", group, "role", role))
                .post("/tenants/acme/role-mappings")
                .then()
                .statusCode(201);
    }

    private static void tellOfGroups(TestRealm partner) {
        partner.admin()
                .body(Map.of(
                        "name",
                        "groups",
                        "protocol",
                        "openid-connect",
                        "protocolMapper",
                        "oidc-group-membership-mapper",
                        "config",
                        Map.of("claim.name", "groups", "full.path", "false", "id.token.claim", "true")))
                .post("/clients/" + partner.clientId(Partner.CLIENT) + "/protocol-mappers/models")
                .then()
                .statusCode(201);
    }

    private static String group(TestRealm realm, String name) {
        return realm.admin()
                .body(Map.of("name", name))
                .post("/groups")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceAll(".*/", "");
    }

    private static void join(TestRealm realm, TestUser user, String group) {
        realm.admin().put("/users/" + user.id() + "/groups/" + group).then().statusCode(204);
    }
}

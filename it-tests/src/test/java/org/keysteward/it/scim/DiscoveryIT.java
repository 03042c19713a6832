package org.keysteward.it.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.tenants.Tenancy;

/** What the server says of itself, to whom, and in which version of the protocol. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscoveryIT {
    private static final String REALM = "/scim/v2";
    private static final String TENANT = "/tenants/acme/scim/v2";

    private final TestRealm realm;
    private final Provisioner directory;

    DiscoveryIT(TestRealm realm) {
        this.realm = realm;
        Tenancy.in(realm).openRealmDoor().tenant("acme", null);
        this.directory = Provisioner.of(realm, "acme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ServiceProviderConfig",
                "/ResourceTypes",
                "/ResourceTypes/User",
                "/Schemas",
                "/Schemas/" + Provisioner.USER
            })
    void anybodyReadsWhatTheServerIs(String document) {
        for (String base : List.of(REALM, TENANT)) {
            anybody()
                    .get(base + document)
                    .then()
                    .statusCode(200)
                    .contentType(startsWith(Provisioner.MEDIA_TYPE))
                    .header("Cache-Control", "no-store");
        }

        assertThat(anybody().get(TENANT + document).asString())
                .isEqualTo(directory.scim().get(document).asString());
    }

    @Test
    void anybodyLearnsHowToAuthenticate() {
        anybody()
                .get(REALM + "/ServiceProviderConfig")
                .then()
                .statusCode(200)
                .body("authenticationSchemes[0].type", equalTo("oauthbearertoken"));
    }

    /** Of a tenant that there is and one that there is not, nobody learns which is which. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ServiceProviderConfig",
                "/ResourceTypes",
                "/Schemas",
                "/Schemas/nothing",
                "/ResourceTypes/nothing",
                "/Schemas?filter=id%20pr",
                "/Users",
                "/",
                "/Me",
                "/Nothing"
            })
    void nobodyLearnsWhichTenantsThereAre(String path) {
        Response there = anybody().get(TENANT + path);
        Response notThere = anybody().get("/tenants/globex/scim/v2" + path);

        assertThat(notThere.statusCode()).isEqualTo(there.statusCode());
        assertThat(notThere.asString().replace("/tenants/globex/", "/tenants/acme/"))
                .isEqualTo(there.asString());
        assertThat(names(notThere)).isEqualTo(names(there));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tenants/{x}/scim/v2",
                "/tenants/a%20b/scim/v2",
                "/tenants/a%2Fb/scim/v2",
                "/tenants/%00/scim/v2"
            })
    void whatIsNoAliasIsNotAnswered(String base) {
        anybody()
                .urlEncodingEnabled(false)
                .get(base.replace("{x}", "%7Bx%7D") + "/Schemas")
                .then()
                .statusCode(greaterThanOrEqualTo(400))
                .statusCode(lessThan(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer kss_wrong", "Bearer x", "Basic eDp5", "Bearer"})
    void wrongTokenIsRefusedAsEverywhere(String authorization) {
        for (String base : List.of(REALM, TENANT, "/tenants/globex/scim/v2")) {
            anybody()
                    .header("Authorization", authorization)
                    .get(base + "/ServiceProviderConfig")
                    .then()
                    .statusCode(401)
                    .contentType(startsWith(Provisioner.MEDIA_TYPE))
                    .header("WWW-Authenticate", startsWith("Bearer"));
        }
    }

    @ParameterizedTest
    @CsvSource({"POST,/Schemas", "PUT,/ServiceProviderConfig", "DELETE,/ResourceTypes/User", "GET,/Schemas/x/y"})
    void nothingElseIsDoneForAnybody(String method, String path) {
        anybody().request(method, TENANT + path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v3", "v20"})
    void anotherVersionIsRefusedInItsOwnWords(String version) {
        anybody()
                .header("Authorization", "Bearer " + directory.token())
                .get("/tenants/acme/scim/" + version + "/Users")
                .then()
                .statusCode(404)
                .contentType(startsWith(Provisioner.MEDIA_TYPE))
                .body("schemas", equalTo(List.of("urn:ietf:params:scim:api:messages:2.0:Error")))
                .body("status", equalTo("404"))
                .body("detail", containsString("scim/v2"));
        anybody()
                .get("/tenants/acme/scim/" + version + "/Users")
                .then()
                .statusCode(401)
                .contentType(startsWith(Provisioner.MEDIA_TYPE));
        anybody()
                .get("/scim/" + version + "/Schemas")
                .then()
                .statusCode(401)
                .contentType(startsWith(Provisioner.MEDIA_TYPE));
    }

    private static Map<String, Boolean> names(Response answer) {
        return Map.of(
                "type " + answer.contentType(), true,
                "challenge " + answer.header("WWW-Authenticate"), true,
                "cache " + answer.header("Cache-Control"), true);
    }

    private RequestSpecification anybody() {
        return realm.keycloak().anonymously().basePath("/realms/" + realm.name() + "/keysteward");
    }
}

package org.keysteward.it.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.harness.Tokens;

/** Whatever is secret never gets into a record: markers are planted in every such field, and looked for everywhere. */
@KeycloakTest
class SecretsIT {
    /** Keycloak's own listener logs what somebody types for a name. */
    private static final String TYPED = "marker-typed-5f3c9a-by-mistake";

    private final List<String> markers = new ArrayList<>();

    @Test
    void noSecretIsInTablesInWhatIsShownInExportsOrInTheLog(Keycloak keycloak, TestRealm realm, Database database)
            throws IOException, NoSuchAlgorithmException {
        AuditRows rows = AuditRows.of(database, realm);

        passwordsAndSeeds(realm);
        clients(realm);
        providersAndMail(realm);
        components(realm);
        TestUser alice = realm.createUser("alice");
        Tokens tokens = alice.signIn();
        markers.addAll(List.of(tokens.access(), tokens.refresh(), tokens.id()));
        alice.tryRefresh(tokens);
        realm.anonymously()
                .formParam("grant_type", "refresh_token")
                .formParam("client_id", TestRealm.CLIENT)
                .formParam("refresh_token", marker("refresh"))
                .post("/protocol/openid-connect/token");
        realm.anonymously()
                .formParam("grant_type", "password")
                .formParam("client_id", TestRealm.CLIENT)
                .formParam("username", TYPED)
                .formParam("password", marker("typed-password"))
                .post("/protocol/openid-connect/token");

        assertThat(rows.sealed()).hasSizeGreaterThan(15);
        String shown = realm.adminDoor()
                .queryParam("limit", 1000)
                .get("/audit")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String exported = realm.adminDoor()
                .get("/audit/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(shown).contains("\"redacted\":true");
        assertThat(rows.everything() + shown + exported)
                .as("what is typed for a name")
                .doesNotContain(TYPED);
        for (String text : List.of(rows.everything(), shown, exported, Files.readString(keycloak.log()))) {
            for (String marker : markers) {
                assertThat(text.contains(marker)).as("a secret: " + marker).isFalse();
            }
        }
    }

    private void passwordsAndSeeds(TestRealm realm) {
        String user = created(realm.admin()
                .body(Map.of(
                        "username",
                        "bob",
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", marker("password")))))
                .post("/users"));
        realm.admin()
                .body(Map.of("type", "password", "value", marker("new-password")))
                .put("/users/" + user + "/reset-password")
                .then()
                .statusCode(204);
        String seed = "{\"value\":\"" + marker("seed") + "\"}";
        realm.admin()
                .body(
                        Map.of(
                                "ifResourceExists",
                                "OVERWRITE",
                                "users",
                                List.of(
                                        Map.of(
                                                "username",
                                                "carol",
                                                "credentials",
                                                List.of(
                                                        Map.of(
                                                                "type",
                                                                "otp",
                                                                "secretData",
                                                                seed,
                                                                "credentialData",
                                                                "{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\"}"))))))
                .post("/partialImport")
                .then()
                .statusCode(200);
    }

    private void clients(TestRealm realm) {
        String client = created(realm.admin()
                .body(Map.of("clientId", "backend", "secret", marker("client-secret")))
                .post("/clients"));
        realm.admin()
                .body(Map.of(
                        "clientId",
                        "backend",
                        "secret",
                        marker("new-client-secret"),
                        "attributes",
                        Map.of("client.secret.rotated", marker("rotated"), "saml.signing.private.key", marker("saml"))))
                .put("/clients/" + client)
                .then()
                .statusCode(204);
        remember(realm.admin().post("/clients/" + client + "/client-secret"), "value");
        remember(realm.admin().post("/clients/" + client + "/registration-access-token"), "registrationAccessToken");
        remember(realm.admin().body(Map.of("count", 1, "expiration", 60)).post("/clients-initial-access"), "token");
    }

    private void providersAndMail(TestRealm realm) {
        Map<String, Object> provider = Map.of(
                "alias",
                "corporate",
                "providerId",
                "oidc",
                "config",
                Map.of(
                        "clientId",
                        "us",
                        "clientSecret",
                        marker("idp-secret"),
                        "authorizationUrl",
                        "https://idp.example/auth",
                        "tokenUrl",
                        "https://idp.example/token"));
        realm.admin().body(provider).post("/identity-provider/instances").then().statusCode(201);
        realm.admin()
                .body(Map.of(
                        "alias",
                        "corporate",
                        "providerId",
                        "oidc",
                        "config",
                        Map.of("clientId", "us", "clientSecret", marker("new-idp-secret"))))
                .put("/identity-provider/instances/corporate")
                .then()
                .statusCode(204);
        realm.update(Map.of(
                "smtpServer",
                Map.of(
                        "host",
                        "localhost",
                        "from",
                        "a@example.org",
                        "auth",
                        "true",
                        "user",
                        "mailer",
                        "password",
                        marker("smtp"))));
    }

    private void components(TestRealm realm) throws NoSuchAlgorithmException {
        String realmId = realm.admin().get().path("id");
        realm.admin()
                .body(Map.of(
                        "name",
                        "directory",
                        "parentId",
                        realmId,
                        "providerId",
                        "ldap",
                        "providerType",
                        "org.keycloak.storage.UserStorageProvider",
                        "config",
                        Map.of(
                                "vendor",
                                List.of("other"),
                                "enabled",
                                List.of("false"),
                                "connectionUrl",
                                List.of("ldap://localhost:1"),
                                "usersDn",
                                List.of("ou=people"),
                                "authType",
                                List.of("simple"),
                                "bindDn",
                                List.of("cn=admin"),
                                "bindCredential",
                                List.of(marker("bind")),
                                "editMode",
                                List.of("READ_ONLY"),
                                "usernameLDAPAttribute",
                                List.of("uid"))))
                .post("/components")
                .then()
                .statusCode(201);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String key = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        markers.add(key.substring(100, 200));
        realm.admin()
                .body(Map.of(
                        "name",
                        "another-key",
                        "parentId",
                        realmId,
                        "providerId",
                        "rsa",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "config",
                        Map.of("privateKey", List.of(key), "priority", List.of("1"))))
                .post("/components")
                .then()
                .statusCode(201);
    }

    private String marker(String name) {
        String marker = "marker-" + name + "-5f3c9a";
        markers.add(marker);
        return marker;
    }

    private void remember(Response answer, String member) {
        markers.add(answer.then().statusCode(is(oneOf(200, 201))).extract().path(member));
    }

    private static String created(Response answer) {
        String location = answer.then().statusCode(201).extract().header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }
}

package org.keysteward.it.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;

/** Users whom a directory of the realm keeps, as LDAP does: they are written as far as it lets them. */
@KeycloakTest
class FederatedUsersIT {
    @SuppressWarnings("NullAway.Init")
    private TestRealm realm;

    @SuppressWarnings("NullAway.Init")
    private Provisioner source;

    @SuppressWarnings("NullAway.Init")
    private String id;

    @BeforeEach
    void aDirectoryWithSomebody(TestRealm own) {
        realm = own;
        String directory = realm.admin()
                .body(Map.of(
                        "name", "directory",
                        "providerId", "keysteward-probe-directory",
                        "providerType", "org.keycloak.storage.UserStorageProvider"))
                .post("/components")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceAll(".*/", "");
        // Whoever is asked for is imported.
        id = realm.admin()
                .get("/users/f:" + directory + ":dir-ada")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        source = Provisioner.ofRealm(realm);
    }

    @Test
    void isReadAndFound() {
        assertThat(source.read("/Users/" + id).getString("userName")).isEqualTo("dir-ada");
        for (String filter : List.of("userName eq \"dir-ada\"", "name.givenName eq \"Given\" and active eq true")) {
            assertThat(Provisioner.json(source.scim()
                                    .queryParam("filter", filter)
                                    .get("/Users")
                                    .then()
                                    .statusCode(200)
                                    .extract()
                                    .asString())
                            .getList("Resources.id"))
                    .as(filter)
                    .containsExactly(id);
        }
    }

    @Test
    void isWrittenWhereTheDirectoryLetsIt() {
        source.scim()
                .body(Provisioner.patch(
                        Map.of("op", "replace", "path", "name.familyName", "value", "Lovelace"),
                        Map.of("op", "replace", "path", "title", "value", "Countess")))
                .patch("/Users/" + id)
                .then()
                .statusCode(200)
                .body("name.familyName", equalTo("Lovelace"))
                .body("title", equalTo("Countess"));

        realm.admin().get("/users/" + id).then().body("lastName", equalTo("Lovelace"));
    }

    @Test
    void isNotWrittenWhereTheDirectoryKeepsIt() {
        source.scim()
                .body(Provisioner.patch(
                        Map.of("op", "replace", "path", "title", "value", "Countess"),
                        Map.of("op", "replace", "path", "name.familyName", "value", "Lovelace"),
                        Map.of("op", "replace", "path", "name.givenName", "value", "Ada")))
                .patch("/Users/" + id)
                .then()
                .statusCode(400)
                .contentType(Provisioner.MEDIA_TYPE)
                .body("scimType", equalTo("mutability"));

        assertThat(source.read("/Users/" + id).getString("title")).isNull();
        realm.admin()
                .get("/users/" + id)
                .then()
                .body("firstName", equalTo("Given"))
                .body("lastName", equalTo("Family"));
    }

    @Test
    void isDeactivated() {
        source.scim()
                .body(Provisioner.patch(Map.of("op", "replace", "path", "active", "value", false)))
                .patch("/Users/" + id)
                .then()
                .statusCode(200)
                .body("active", equalTo(false));

        realm.admin().get("/users/" + id).then().body("enabled", equalTo(false));
    }
}

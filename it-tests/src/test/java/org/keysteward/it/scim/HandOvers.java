package org.keysteward.it.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.tenants.Tenancy;

/** What becomes of what a connection made when it is removed, or when another one takes over. */
abstract class HandOvers {
    private static final String CONNECTIONS = "/tenants/acme/scim-connections/";

    @SuppressWarnings("NullAway.Init")
    private TestRealm realm;

    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @SuppressWarnings("NullAway.Init")
    private Provisioner first;

    @SuppressWarnings("NullAway.Init")
    private Provisioner second;

    @SuppressWarnings("NullAway.Init")
    private String ada;

    @SuppressWarnings("NullAway.Init")
    private String authors;

    @BeforeEach
    void authorsOfTheFirstConnection(TestRealm own) {
        realm = own;
        tenancy = Tenancy.in(realm).openRealmDoor();
        tenancy.tenant("acme", null);
        AuthorRole.mapIn(tenancy);
        first = Provisioner.of(realm, "acme");
        second = Provisioner.of(realm, "acme");
        ada = first.createUser("ada", Map.of("externalId", "1"));
        authors = first.createGroup("Authors", List.of(ada));
        assignments().body("items", hasSize(1));
    }

    @Test
    void rolesGoWithTheConnectionThatGaveThem() {
        realm.adminDoor().delete(CONNECTIONS + first.connection()).then().statusCode(204);

        assignments().body("items", hasSize(0));
        assertThat(second.read("/Groups/" + authors).getList("members.value")).containsExactly(ada);
    }

    @Test
    void rolesStayWhereTheyAreToBeKept() {
        realm.adminDoor()
                .queryParam("keepRoles", true)
                .delete(CONNECTIONS + first.connection())
                .then()
                .statusCode(204);

        assignments().body("items", hasSize(1));
    }

    @Test
    void anotherConnectionTakesOverFromOneThatIsRemoved() {
        rename(second, 400);
        realm.adminDoor()
                .queryParam("keepRoles", true)
                .delete(CONNECTIONS + first.connection())
                .then()
                .statusCode(204);
        String bob = second.createUser("bob", Map.of("externalId", "2"));

        adopt(realm.adminDoor(), first.connection(), 200)
                .body("users", equalTo(1))
                .body("groups", equalTo(1))
                .body("externalIds", equalTo(1));

        rename(second, 200);
        assertThat(second.read("/Users/" + ada).getString("externalId")).isEqualTo("1");
        assertThat(second.read("/Users/" + bob).getString("externalId")).isEqualTo("2");
        assignments().body("items", hasSize(1)).body("items[0].detail", equalTo(second.connection()));
        second.scim()
                .body(Provisioner.patch(Map.of("op", "remove", "path", "members[value eq \"" + ada + "\"]")))
                .patch("/Groups/" + authors)
                .then()
                .statusCode(200);
        assignments().body("items", hasSize(0));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> tenancy.api()
                        .queryParam("action", "scim_connection.adopted")
                        .get("/tenants/acme/audit")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1)));
    }

    @Test
    void whatWasRemovedIsListed() {
        removed().body("items", hasSize(0));
        String name = realm.adminDoor().get(CONNECTIONS + first.connection()).path("name");

        realm.adminDoor().delete(CONNECTIONS + first.connection()).then().statusCode(204);

        removed()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(first.connection()))
                .body("items[0].name", equalTo(name))
                .body("items[0].removedAt", notNullValue());
        realm.adminDoor()
                .get("/scim-connections/removed")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        tenancy.as(tenancy.member("acme", "mark", "member"))
                .get(CONNECTIONS + "removed")
                .then()
                .statusCode(403);
    }

    @Test
    void whatTheOtherOneKnowsByItsOwnIdKeepsThat() {
        second.scim()
                .body(Provisioner.patch(Map.of("op", "add", "path", "externalId", "value", "one")))
                .patch("/Users/" + ada)
                .then()
                .statusCode(200);

        adopt(realm.adminDoor(), first.connection(), 200).body("externalIds", equalTo(0));

        assertThat(second.read("/Users/" + ada).getString("externalId")).isEqualTo("one");
        rename(first, 400);
        assertThat(first.read("/Users/" + ada).getString("externalId")).isNull();
    }

    @Test
    void nobodyTakesOverFromWhoStandsHigher() {
        RequestSpecification admin = tenancy.as(tenancy.member("acme", "anna", "admin"));

        // What the realm's administrator has made is no tenant administrator's to give away.
        adopt(admin, first.connection(), 403);
        realm.adminDoor().delete(CONNECTIONS + first.connection()).then().statusCode(204);
        adopt(tenancy.as(tenancy.member("acme", "olga", "owner")), first.connection(), 403);
        adopt(tenancy.as(tenancy.member("acme", "mark", "member")), first.connection(), 403);

        rename(second, 400);
    }

    @Test
    void nothingIsTakenOverFromElsewhere() {
        tenancy.tenant("globex", null);
        Provisioner other = Provisioner.of(realm, "globex");
        String gus = other.createUser("gus", Map.of());
        Provisioner ofRealm = Provisioner.ofRealm(realm);

        adopt(realm.adminDoor(), other.connection(), 404);
        adopt(realm.adminDoor(), ofRealm.connection(), 404);
        adopt(realm.adminDoor(), "client:it-app", 404);
        adopt(realm.adminDoor(), second.connection(), 422);
        adopt(realm.adminDoor(), "", 422);

        other.scim()
                .body(Provisioner.patch(Map.of("op", "replace", "path", "name.givenName", "value", "Gus")))
                .patch("/Users/" + gus)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse adopt(RequestSpecification caller, String from, int status) {
        return caller.body(Map.of("from", from))
                .post(CONNECTIONS + second.connection() + "/adopt")
                .then()
                .statusCode(status);
    }

    private void rename(Provisioner by, int status) {
        by.scim()
                .body(Provisioner.patch(Map.of("op", "replace", "path", "name.givenName", "value", "Ada")))
                .patch("/Users/" + ada)
                .then()
                .statusCode(status);
    }

    private ValidatableResponse removed() {
        return realm.adminDoor().get(CONNECTIONS + "removed").then().statusCode(200);
    }

    private ValidatableResponse assignments() {
        return tenancy.api()
                .get("/tenants/acme/assignments?principalId=" + ada)
                .then()
                .statusCode(200);
    }
}

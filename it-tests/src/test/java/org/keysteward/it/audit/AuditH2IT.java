package org.keysteward.it.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.DatabaseEngine;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** The audit trail on the embedded database: one table instead of partitions, and other statements. */
@KeycloakTest(database = DatabaseEngine.H2)
class AuditH2IT {
    @Test
    void recordsAreSealedFoundSummedUpExportedAndVerified(TestRealm realm) {
        TestUser alice = realm.createUser("alice");
        alice.signIn();
        realm.admin()
                .body(Map.of("enabled", false))
                .put("/users/" + alice.id())
                .then()
                .statusCode(204);
        await().atMost(Duration.ofSeconds(20)).until(() -> items(realm, "action", "user.changed") == 1);

        assertThat(items(realm, "action", "user.")).isEqualTo(3);
        assertThat(items(realm, "name", "ali*")).isEqualTo(3);
        assertThat(items(realm, "category", "authentication")).isEqualTo(1);
        assertThat(items(realm, "tag", "SOX")).isEqualTo(2);
        assertThat(items(realm, "from", "2020-01-01T00:00:00Z")).isGreaterThanOrEqualTo(4);
        JsonPath signedIn = list(realm, "action", "user.signed_in");
        assertThat(signedIn.getString("items[0].actor.name")).isEqualTo("alice");
        assertThat(signedIn.getString("items[0].actor.ip")).isEqualTo("127.0.0.1");
        assertThat(get(realm, "/audit/summary").getList("items")).isNotEmpty();
        assertThat(get(realm, "/audit/verify").getBoolean("valid")).isTrue();
        assertThat(realm.adminDoor().get("/audit/export").asString()).contains("\"kind\":\"end\"");
    }

    private static int items(TestRealm realm, String filter, String value) {
        return list(realm, filter, value).getList("items").size();
    }

    private static JsonPath list(TestRealm realm, String filter, String value) {
        return realm.adminDoor()
                .queryParam(filter, value)
                .get("/audit")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath get(TestRealm realm, String path) {
        return realm.adminDoor().get(path).then().statusCode(200).extract().jsonPath();
    }
}

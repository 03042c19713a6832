package org.keysteward.it.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.tenants.Tenancy;

/** While no capability keeps an audit trail, the log does. */
@KeycloakTest
class AuditLogIT {
    private static final String CATEGORY = "[org.keysteward.audit]";

    @Test
    void aChangeIsRecordedOnceWithWhoAndWhatAndUnderWhichRequest(Keycloak keycloak, TestRealm realm) {
        Tenancy tenancy = Tenancy.in(realm).plan("team", 3);
        String request = UUID.randomUUID().toString();

        tenancy.api()
                .header("X-Request-Id", request)
                .body(Map.of("name", "Team", "limits", Map.of("seats", 5)))
                .put("/plans/team")
                .then()
                .statusCode(200);

        await("the record").until(() -> !records(keycloak, request).isEmpty());
        List<JsonPath> records = records(keycloak, request);
        assertThat(records).hasSize(1);
        JsonPath record = records.get(0);
        assertThat(record.getString("action")).isEqualTo("plan.changed");
        assertThat(record.getString("realm")).isEqualTo(realm.name());
        assertThat(record.getString("actor.type")).isEqualTo("administrator");
        assertThat(record.getString("target.id")).isEqualTo("team");
        assertThat(record.getBoolean("outcome.success")).isTrue();
        assertThat(record.<Map<String, Object>>getList("changes"))
                .contains(Map.of("pointer", "/limits", "before", Map.of("seats", 3), "after", Map.of("seats", 5)));
    }

    @Test
    void whatWasRefusedIsNotRecorded(Keycloak keycloak, TestRealm realm) {
        Tenancy tenancy = Tenancy.in(realm).plan("one", 1);
        tenancy.tenant("acme", "one");
        tenancy.member("acme", "first", "owner");
        String refused = UUID.randomUUID().toString();
        String after = UUID.randomUUID().toString();

        tenancy.api()
                .header("X-Request-Id", refused)
                .body(Map.of("userId", realm.createUser("late").id()))
                .post("/tenants/acme/members")
                .then()
                .statusCode(409);
        tenancy.api()
                .header("X-Request-Id", after)
                .body(Map.of("key", "two", "name", "Two"))
                .post("/plans")
                .then()
                .statusCode(201);

        await("the record of what came later")
                .until(() -> !records(keycloak, after).isEmpty());
        assertThat(records(keycloak, refused)).isEmpty();
    }

    private static List<JsonPath> records(Keycloak keycloak, String requestId) {
        try {
            return Files.readAllLines(keycloak.log()).stream()
                    .filter(line -> line.contains(CATEGORY) && line.contains("\"requestId\":\"" + requestId + "\""))
                    .map(line -> new JsonPath(line.substring(line.indexOf('{'))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.keysteward.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Probe;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tenancy;

/** One thing that happened makes one record, whoever did it and through whichever door. */
@KeycloakTest
class CaptureIT {
    @SuppressWarnings("NullAway.Init")
    private TestRealm realm;

    @SuppressWarnings("NullAway.Init")
    private AuditRows rows;

    @BeforeEach
    void aRealm(TestRealm realm, Database database) {
        this.realm = realm;
        this.rows = AuditRows.of(database, realm);
    }

    @Test
    void aSignInSaysWhoWhereAndFromWhere() {
        TestUser alice = realm.createUser("alice");

        alice.signIn();

        JsonPath record = rows.only("user.signed_in");
        assertThat(record.getString("category")).isEqualTo("authentication");
        assertThat(record.getString("actor.type")).isEqualTo("user");
        assertThat(record.getString("actor.id")).isEqualTo(alice.id());
        assertThat(record.getString("actor.client")).isEqualTo(TestRealm.CLIENT);
        assertThat(record.getString("actor.session")).isNotBlank();
        assertThat(record.getString("actor.name.commitment")).hasSize(43);
        assertThat(record.getString("actor.ip.commitment")).hasSize(43);
        assertThat(record.getString("actor.userAgent.commitment")).hasSize(43);
        assertThat(record.getBoolean("outcome.success")).isTrue();
        assertThat(record.<String>getList("tags")).contains("SOC2:CC6.1");
        assertThat(record.getString("source")).isEqualTo("user-event");
        assertThat(record.getString("requestId")).isNotBlank();
        assertThat(record.<Object>get("actor").toString()).doesNotContain("alice");
    }

    @Test
    void aFailedSignInSaysWhyAndKeepsOnlyAHashOfAnUnknownName() {
        TestUser alice = realm.createUser("alice");
        String typed = "correct-horse-battery-staple";

        signIn("alice", "wrong").then();
        signIn(typed, "whatever").then();

        JsonPath known = rows.only("user.sign_in_failed", record -> record.get("actor.id") != null);
        assertThat(known.getString("actor.id")).isEqualTo(alice.id());
        assertThat(known.getBoolean("outcome.success")).isFalse();
        assertThat(known.getString("outcome.reason")).isEqualTo("invalid_user_credentials");
        JsonPath unknown = rows.only("user.sign_in_failed", record -> record.get("actor.id") == null);
        assertThat(unknown.getString("actor.usernameHash")).hasSize(22);
        assertThat(unknown.getString("outcome.reason")).isEqualTo("user_not_found");
        assertThat(rows.everything()).doesNotContain(typed);
    }

    @Test
    void aChangeOfAUserSaysWhatWasAndWhatIsButNotInPlainText() {
        TestUser bob = realm.createUser("bob");

        realm.admin()
                .body(Map.of("email", "robert@example.org", "enabled", false))
                .put("/users/" + bob.id())
                .then()
                .statusCode(204);

        JsonPath record = rows.only("user.changed");
        assertThat(record.getString("actor.type")).isEqualTo("administrator");
        assertThat(record.getString("target.id")).isEqualTo(bob.id());
        List<Map<String, Object>> changes = record.getList("changes");
        assertThat(change(changes, "/enabled")).containsEntry("before", true).containsEntry("after", false);
        assertThat(change(changes, "/email").get("before")).asString().contains("commitment");
        assertThat(change(changes, "/email").get("after")).asString().contains("commitment");
        assertThat(rows.everything()).doesNotContain("robert@example.org");
    }

    @Test
    void realmSettingsClientsRolesGroupsAndFlowsHaveBeforeAndAfter() {
        realm.update(Map.of("displayName", "Acme", "resetPasswordAllowed", true));
        String client = realm.clientId(TestRealm.CLIENT);
        realm.admin()
                .body(Map.of("clientId", TestRealm.CLIENT, "redirectUris", List.of("http://localhost/other")))
                .put("/clients/" + client)
                .then()
                .statusCode(204);
        realm.admin().body(Map.of("name", "clerk")).post("/roles").then().statusCode(201);
        realm.admin()
                .body(Map.of("name", "clerk", "description", "Files things"))
                .put("/roles/clerk")
                .then()
                .statusCode(204);
        String group = lastSegment(
                realm.admin().body(Map.of("name", "staff")).post("/groups").header("Location"));
        realm.admin()
                .body(Map.of("name", "crew"))
                .put("/groups/" + group)
                .then()
                .statusCode(204);
        realm.admin()
                .body(Map.of("newName", "mine"))
                .post("/authentication/flows/browser/copy")
                .then()
                .statusCode(201);

        List<Map<String, Object>> settings = rows.only("realm.changed").getList("changes");
        assertThat(change(settings, "/displayName"))
                .containsEntry("after", "Acme")
                .doesNotContainKey("before");
        assertThat(change(settings, "/resetPasswordAllowed")).containsEntry("before", false);
        assertThat(rows.only("client.changed").<Map<String, Object>>getList("changes"))
                .anySatisfy(change ->
                        assertThat(String.valueOf(change.get("pointer"))).startsWith("/redirectUris"))
                .allSatisfy(change -> assertThat(change).doesNotContainKey("beforeUnknown"));
        assertThat(change(rows.only("role.changed").getList("changes"), "/description"))
                .containsEntry("after", "Files things");
        assertThat(change(rows.only("group.changed").getList("changes"), "/name"))
                .containsEntry("before", "staff")
                .containsEntry("after", "crew");
        assertThat(rows.of("auth_flow.created")).hasSize(1);
    }

    @Test
    void joiningByStockAndByOurApiAndByTheModelIsOneRecordEach(Probe probe) {
        Tenancy tenancy = Tenancy.in(realm).plan("team", 9);
        TestOrganization acme = tenancy.tenant("acme", "team");
        TestUser stock = realm.createUser("stock");
        TestUser ours = realm.createUser("ours");
        TestUser model = realm.createUser("model");

        acme.add(stock).then().statusCode(201);
        tenancy.add("acme", ours, "admin").then().statusCode(201);
        probe.addManagedMember(model, acme).then().statusCode(200);

        assertThat(rows.of("member.added"))
                .hasSize(3)
                .allSatisfy(record -> assertThat(record.getString("tenant")).isEqualTo(acme.id()));
        assertThat(rows.only("member.added", about(stock)).getString("source")).isEqualTo("admin-event");
        assertThat(rows.only("member.added", about(ours)).getString("source")).isEqualTo("keysteward");
        assertThat(rows.only("member.added", about(model)).getString("source")).isEqualTo("provider-event");
        assertThat(rows.of("group.member_added")).isEmpty();
    }

    @Test
    void rolesGroupsAndRemovalAreRecordedOnce() {
        TestUser carol = realm.createAdministrator("carol", "view-users");
        String group = lastSegment(
                realm.admin().body(Map.of("name", "staff")).post("/groups").header("Location"));
        realm.admin().put("/users/" + carol.id() + "/groups/" + group).then().statusCode(204);
        realm.admin().delete("/users/" + carol.id()).then().statusCode(204);

        JsonPath granted = rows.only("user.role_granted", about(carol));
        assertThat(granted.<Map<String, Object>>getList("changes").get(0)).containsEntry("after", "view-users");
        assertThat(rows.only("group.member_added", about(carol))
                        .<Map<String, Object>>getList("changes")
                        .get(0))
                .containsEntry("after", "/staff");
        assertThat(rows.of("user.removed")).hasSize(1);
        assertThat(rows.of("user.created")).hasSize(1);
    }

    @Test
    void aChangeOfOurOwnIsRecordedUnderItsRequest() {
        Tenancy tenancy = Tenancy.in(realm).plan("team", 3);
        String request = UUID.randomUUID().toString();

        tenancy.api()
                .header("X-Request-Id", request)
                .body(Map.of("name", "Team", "limits", Map.of("seats", 5)))
                .put("/plans/team")
                .then()
                .statusCode(200);

        JsonPath record = rows.only("plan.changed");
        assertThat(record.getString("requestId")).isEqualTo(request);
        assertThat(record.getString("actor.type")).isEqualTo("administrator");
        assertThat(record.getString("target.id")).isEqualTo("team");
        assertThat(change(record.getList("changes"), "/limits"))
                .containsEntry("before", Map.of("seats", 3))
                .containsEntry("after", Map.of("seats", 5));
    }

    @Test
    void whatWasRefusedIsNotRecordedAsDone() {
        Tenancy tenancy = Tenancy.in(realm).plan("one", 1);
        TestOrganization acme = tenancy.tenant("acme", "one");
        tenancy.member("acme", "first", "owner");
        TestUser late = realm.createUser("late");

        tenancy.add("acme", late, "member").then().statusCode(409);
        acme.add(late).then().statusCode(400);

        assertThat(rows.of("member.added")).hasSize(1).noneMatch(about(late));
    }

    private Response signIn(String username, String password) {
        return realm.anonymously()
                .formParam("grant_type", "password")
                .formParam("client_id", TestRealm.CLIENT)
                .formParam("username", username)
                .formParam("password", password)
                .post("/protocol/openid-connect/token");
    }

    private static Predicate<JsonPath> about(TestUser user) {
        return record -> user.id().equals(record.getString("target.id"));
    }

    private static Map<String, Object> change(List<Map<String, Object>> changes, String pointer) {
        return changes.stream()
                .filter(change -> pointer.equals(change.get("pointer")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing at " + pointer + " among " + changes));
    }

    private static String lastSegment(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}

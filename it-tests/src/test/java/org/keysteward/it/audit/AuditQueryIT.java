package org.keysteward.it.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tenancy;

/** What is asked of the audit trail is answered: all of it, and to nobody else. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditQueryIT {
    @SuppressWarnings("NullAway.Init")
    private TestRealm realm;

    @SuppressWarnings("NullAway.Init")
    private AuditRows rows;

    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private TestOrganization acme;

    @SuppressWarnings("NullAway.Init")
    private TestOrganization beta;

    @SuppressWarnings("NullAway.Init")
    private TestUser acmeAdmin;

    @SuppressWarnings("NullAway.Init")
    private TestUser acmeMember;

    @SuppressWarnings("NullAway.Init")
    private TestUser betaAdmin;

    @SuppressWarnings("NullAway.Init")
    private TestUser auditor;

    @SuppressWarnings("NullAway.Init")
    private TestUser alexandria;

    @BeforeAll
    void somethingHappens(TestRealm made, Database itsDatabase) {
        realm = made;
        database = itsDatabase;
        rows = AuditRows.of(database, realm);
        tenancy = Tenancy.in(realm).plan("team", 20).openRealmDoor();
        acme = tenancy.tenant("acme", "team");
        beta = tenancy.tenant("beta", "team");
        acmeAdmin = tenancy.member("acme", "acme-admin", "admin");
        acmeMember = tenancy.member("acme", "acme-member", "member");
        betaAdmin = tenancy.member("beta", "beta-admin", "admin");
        auditor = realm.createAdministrator("auditor", "keysteward-auditor");
        alexandria = realm.createUser("alexandria-of-egypt");
        alexandria.signIn();
        realm.anonymously()
                .formParam("grant_type", "password")
                .formParam("client_id", TestRealm.CLIENT)
                .formParam("username", "alexandria-of-egypt")
                .formParam("password", "wrong")
                .post("/protocol/openid-connect/token");
        rows.sealed();
    }

    private RequestSpecification auditor() {
        return tenancy.as(auditor);
    }

    private Response list(String filter, String value) {
        return auditor().queryParam(filter, value).queryParam("limit", "1000").get("/audit");
    }

    @Test
    void aRecordIsShownAsItWas() {
        JsonPath found = list("action", "user.signed_in")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String path = "items.find { it.actor.id == '" + alexandria.id() + "' }";

        assertThat(found.getString(path + ".actor.name")).isEqualTo("alexandria-of-egypt");
        assertThat(found.getString(path + ".actor.ip")).isEqualTo("127.0.0.1");
        assertThat(found.getString(path + ".outcome.success")).isEqualTo("true");
        assertThat(found.getString(path + ".hash")).hasSize(43);
        auditor()
                .get("/audit/" + found.getString(path + ".id"))
                .then()
                .statusCode(200)
                .body("seq", equalTo(found.getInt(path + ".seq")))
                .body("actor.name", equalTo("alexandria-of-egypt"));
    }

    @Test
    void everyFilterFindsWhatItNamesAndNothingElse() {
        list("actor", alexandria.id()).then().body("items.actor.id", everyItem(equalTo(alexandria.id())));
        list("target", acmeMember.id()).then().body("items.target.id", hasItem(acmeMember.id()));
        list("target", acmeMember.id()).then().body("items.target.id", everyItem(equalTo(acmeMember.id())));
        list("category", "authentication").then().body("items.category", everyItem(equalTo("authentication")));
        list("category", "authentication").then().body("items.action", hasItem("user.signed_in"));
        list("outcome", "failure").then().body("items.outcome.success", everyItem(is(false)));
        list("outcome", "failure").then().body("items.action", hasItem("user.sign_in_failed"));
        list("ip", "127.0.0.1").then().body("items.actor.ip", everyItem(equalTo("127.0.0.1")));
        list("ip", "192.0.2.77").then().body("items.size()", is(0));
        list("tag", "SOC2:CC6.6").then().body("items.action", hasItem("user.sign_in_failed"));
        list("tenant", "acme").then().body("items.tenantId", everyItem(equalTo(acme.id())));
        list("tenant", "acme").then().body("items.tenant", hasItem("acme"));
        assertThat(list("tag", "SOC2:CC6.6").jsonPath().<List<String>>getList("items.tags"))
                .isNotEmpty()
                .allSatisfy(tags -> assertThat(tags).contains("SOC2:CC6.6"));
    }

    @Test
    void actionsAreFoundByTheirBeginning() {
        for (String beginning : List.of("user.", "user.*", "user", "user.sign*")) {
            List<String> found = list("action", beginning).jsonPath().getList("items.action");
            assertThat(found).as(beginning).contains("user.signed_in", "user.sign_in_failed");
            assertThat(found).as(beginning).allMatch(action -> action.startsWith("user."));
        }
        list("action", "never.seen").then().statusCode(200).body("items.size()", is(0));
    }

    @Test
    void peopleAreFoundByNameAndItsBeginning() {
        for (String name :
                List.of("alexandria-of-egypt", "ALEXANDRIA-of-egypt", "al*", "alexandria*", "alexandria-of-e*")) {
            list("name", name).then().statusCode(200).body("items.actor.id", hasItem(alexandria.id()));
        }
        list("name", "alexandria-of-greece*").then().statusCode(200).body("items.size()", is(0));
        JsonPath found = list("name", "alexandria*").jsonPath();
        assertThat(new HashSet<>(found.getList("items.id"))).hasSameSizeAs(found.getList("items.id"));
    }

    @Test
    void timesBoundWhatIsFound() {
        JsonPath all = list("category", "authentication").jsonPath();
        String time = all.getString("items[0].time");
        String later = Instant.parse(time).plusMillis(1).toString();

        list("from", time).then().statusCode(200).body("items.id", hasItem(all.getString("items[0].id")));
        assertThat(list("to", time).jsonPath().<String>getList("items.id"))
                .isNotEmpty()
                .doesNotContain(all.getString("items[0].id"));
        assertThat(list("to", later).jsonPath().<String>getList("items.id")).contains(all.getString("items[0].id"));
        list("from", "2100-01-01T00:00:00Z").then().statusCode(200).body("items.size()", is(0));
    }

    @Test
    void allPagesTogetherAreTheWholeWhileMoreIsWritten() {
        JsonPath whole = list("to", Instant.now().plusSeconds(60).toString()).jsonPath();
        List<Integer> expected = whole.getList("items.seq");

        List<Integer> paged = new ArrayList<>();
        Response page = auditor().queryParam("limit", "7").get("/audit");
        paged.addAll(page.jsonPath().getList("items.seq"));
        while (page.jsonPath().get("nextCursor") != null) {
            alexandria.signIn();
            page = auditor()
                    .queryParam("limit", "7")
                    .queryParam("cursor", page.jsonPath().getString("nextCursor"))
                    .get("/audit");
            page.then().statusCode(200);
            paged.addAll(page.jsonPath().getList("items.seq"));
        }

        assertThat(paged).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b - a);
        int first = paged.get(0);
        int last = paged.get(paged.size() - 1);
        assertThat(paged)
                .containsAll(expected.stream()
                        .filter(seq -> seq <= first && seq >= last)
                        .toList());
    }

    @Test
    void anAdministratorOfATenantSeesThatTenantAlone() {
        JsonPath own = tenancy.as(acmeAdmin)
                .queryParam("limit", "1000")
                .get("/tenants/acme/audit")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(own.<String>getList("items.tenantId")).isNotEmpty().containsOnly(acme.id());

        String foreign = tenancy.as(auditor)
                .get("/tenants/beta/audit")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        String cursor = tenancy.as(auditor)
                .queryParam("limit", "1")
                .get("/audit")
                .then()
                .extract()
                .path("nextCursor");

        tenancy.as(acmeAdmin).get("/tenants/beta/audit").then().statusCode(404);
        tenancy.as(acmeAdmin).queryParam("tenant", "beta").get("/audit").then().statusCode(404);
        tenancy.as(acmeAdmin)
                .queryParam("tenant", "nowhere")
                .get("/audit")
                .then()
                .statusCode(404);
        tenancy.as(acmeAdmin).get("/tenants/acme/audit/" + foreign).then().statusCode(404);
        tenancy.as(acmeAdmin)
                .queryParam("tenant", "acme")
                .get("/audit/" + foreign)
                .then()
                .statusCode(404);
        tenancy.as(acmeAdmin)
                .queryParam("cursor", cursor)
                .get("/tenants/acme/audit")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("?cursor"));
        tenancy.as(acmeAdmin)
                .queryParam("tenant", "beta")
                .get("/tenants/acme/audit")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("?tenant"));
        for (String path : List.of("", "/summary", "/stream", "/verify", "/export", "/keys", "/checkpoints")) {
            tenancy.as(acmeAdmin).get("/audit" + path).then().statusCode(403);
        }
        assertThat(tenancy.as(acmeAdmin)
                        .queryParam("tenant", "acme")
                        .queryParam("actor", betaAdmin.id())
                        .get("/audit")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .<String>getList("items.id"))
                .isEmpty();
        tenancy.as(acmeMember).get("/tenants/acme/audit").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "colour, red, ?colour",
        "category, gossip, ?category",
        "action, USER, ?action",
        "tag, PCI, ?tag",
        "outcome, maybe, ?outcome",
        "ip, not-an-address, ?ip",
        "name, a*, ?name",
        "from, yesterday, ?from",
        "limit, 1001, ?limit",
        "cursor, AAAA, ?cursor"
    })
    void whatCannotBeUnderstoodIsNamed(String name, String value, String pointer) {
        asked(name, value).then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    private Response asked(String name, String value) {
        return auditor().queryParam(name, value).get("/audit");
    }

    @Test
    void aBeginningBehindTheEndIsNamed() {
        auditor()
                .queryParam("from", "2030-01-02T00:00:00Z")
                .queryParam("to", "2030-01-01T00:00:00Z")
                .get("/audit")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("?from"));
    }

    @Test
    void aSummaryCountsWhatTheListShows() {
        JsonPath summary = auditor()
                .queryParam("by", "outcome")
                .get("/audit/summary")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(summary.getList("items")).hasSizeBetween(24, 26);
        assertThat(summary.<Integer>getList("items.counts.failure").stream()
                        .filter(count -> count != null)
                        .mapToInt(count -> count)
                        .sum())
                .isPositive();
        auditor()
                .queryParam("from", "2024-01-01T00:00:00Z")
                .queryParam("to", "2025-01-01T00:00:00Z")
                .get("/audit/summary")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("?bucket"));
        tenancy.as(acmeAdmin)
                .queryParam("bucket", "day")
                .queryParam("by", "action")
                .get("/tenants/acme/audit/summary")
                .then()
                .statusCode(200)
                .body("items.counts", notNullValue());
    }

    @Test
    void aListenerHearsWhatHappensAndContinuesWhereItWas() throws Exception {
        int last;
        try (var stream = Listener.of(realm, auditor.signIn(Tenancy.SCOPE).access(), "action=user.signed_in", null)) {
            alexandria.signIn();
            var event = stream.next("record");
            assertThat(event.data().getString("action")).isEqualTo("user.signed_in");
            last = Integer.parseInt(event.id());
        }
        alexandria.signIn();
        alexandria.signIn();
        rows.sealed();
        try (var stream = Listener.of(
                realm, auditor.signIn(Tenancy.SCOPE).access(), "actor=" + alexandria.id(), Integer.toString(last))) {
            int first = Integer.parseInt(stream.next("record").id());
            int second = Integer.parseInt(stream.next("record").id());
            assertThat(first).isGreaterThan(last);
            assertThat(second).isGreaterThan(first);
        }
    }

    @Test
    void aListenerIsToldWhatItWasNotGiven() throws Exception {
        try (var stream = Listener.of(realm, auditor.signIn(Tenancy.SCOPE).access(), "action=probe.*", null)) {
            burst(600);

            var dropped = stream.next("dropped");

            assertThat(dropped.data().getInt("count")).isBetween(1, 599);
            assertThat(dropped.data().getInt("firstSeq"))
                    .isLessThanOrEqualTo(dropped.data().getInt("lastSeq"));
            assertThat(dropped.id()).isEqualTo(dropped.data().getString("lastSeq"));
        }
    }

    /** As many records at once, which no API could make. */
    private void burst(int records) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.prepareStatement(
                        "insert into KS_AUDIT_INBOX (ID, REALM_ID, RECORD_TIME, BODY) select u, ?, ?, json_build_object("
                                + "'v', 1, 'id', u::text, 'realm', ?::text, 'time', ?::text, 'category', 'system', 'action',"
                                + " 'probe.burst', 'source', 'server', 'actor', json_build_object('type', 'server'),"
                                + " 'outcome', json_build_object('success', true))::text"
                                + " from (select gen_random_uuid() as u from generate_series(1, ?)) g")) {
            var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            statement.setString(1, rows.realmId());
            statement.setLong(2, now.toEpochMilli());
            statement.setString(3, rows.realmId());
            statement.setString(4, now.toString());
            statement.setInt(5, records);
            statement.executeUpdate();
        }
    }

    @Test
    void aRecordIsProvedToBeInTheChain() {
        JsonPath record = list("action", "user.signed_in").jsonPath();
        String id = record.getString("items[-1].id");
        await("a checkpoint").atMost(Duration.ofSeconds(100)).until(() -> {
            int status = auditor().get("/audit/" + id + "/proof").statusCode();
            assertThat(status).isIn(200, 409);
            return status == 200;
        });

        auditor()
                .get("/audit/" + id + "/proof")
                .then()
                .body("format", equalTo("keysteward-audit-proof/1"))
                .body("record.id", equalTo(id))
                .body("disclosures.size()", greaterThan(0));
        auditor().get("/audit/keys").then().statusCode(200).body("keys[0].crv", equalTo("Ed25519"));
        auditor().get("/audit/checkpoints").then().statusCode(200).body("items[0].signature", notNullValue());
    }

    @Test
    void theChainIsExportedAndVerified() {
        rows.sealed();
        auditor()
                .get("/audit/verify")
                .then()
                .statusCode(200)
                .body("valid", is(true))
                .body("checked.fromSeq", is(1));
        Response export = auditor().get("/audit/export");
        export.then().statusCode(200);
        List<JsonPath> lines = export.asString().lines().map(JsonPath::new).toList();

        assertThat(lines.get(0).getString("kind")).isEqualTo("header");
        assertThat(lines.get(lines.size() - 1).getString("kind")).isEqualTo("end");
        List<JsonPath> records = lines.stream()
                .filter(line -> line.getString("kind").equals("record"))
                .toList();
        assertThat(records).hasSize(lines.get(lines.size() - 1).getInt("records"));
        assertThat(export.asString()).contains("alexandria-of-egypt");
        assertThat(export.getHeader("Content-Disposition")).contains("attachment");
        rows.only("audit.exported");
        rows.of("audit.verified")
                .forEach(record ->
                        assertThat(record.getBoolean("outcome.success")).isTrue());
        auditor()
                .queryParam("fromSeq", "3")
                .queryParam("toSeq", "5")
                .get("/audit/verify")
                .then()
                .statusCode(200)
                .body("valid", is(true))
                .body("checked.records", is(3));
    }

    @Test
    void readingIsRecordedOnceInAWhile() {
        TestUser reader = realm.createAdministrator("reader", "keysteward-auditor");
        for (int times = 0; times < 5; times++) {
            tenancy.as(reader)
                    .queryParam("outcome", "failure")
                    .get("/audit")
                    .then()
                    .statusCode(200);
        }

        JsonPath record = rows.only("audit.read", one -> reader.id().equals(one.getString("actor.id")));
        assertThat(record.getString("category")).isEqualTo("compliance");
        assertThat(record.<Map<String, Object>>getList("changes").get(0).get("after"))
                .isEqualTo(List.of("outcome"));
    }
}

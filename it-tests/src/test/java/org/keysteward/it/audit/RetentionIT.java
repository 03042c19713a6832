package org.keysteward.it.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tasks;
import org.keysteward.it.tenants.Tenancy;

/** Records end when their time is over, and no sooner; a legal hold keeps what it touches. */
@KeycloakTest
class RetentionIT {
    private static final String HOLDS = "/audit-holds";

    @SuppressWarnings("NullAway.Init")
    private TestRealm realm;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @SuppressWarnings("NullAway.Init")
    private AuditRows rows;

    @SuppressWarnings("NullAway.Init")
    private AgedRecords aged;

    @BeforeEach
    void prepare(TestRealm made, Database ofServer) {
        realm = made;
        database = ofServer;
        tenancy = Tenancy.in(realm);
        rows = AuditRows.of(database, realm);
        aged = new AgedRecords(database, rows.realmId());
    }

    @Test
    void whatIsOverBecomesATombstoneUnderASignedCheckpointAndTheChainVerifies() {
        TestUser alice = realm.createUser("alice");
        alice.signIn();
        tenancy.tenant("acme", null);
        place("tenant", "acme").then().statusCode(201);
        int before = rows.sealed().size();
        aged.age(400);
        alice.signIn();
        rows.sealed();

        Tasks.run(database, "audit-retention");

        assertThat(aged.tombstones()).isGreaterThan(0).isLessThanOrEqualTo(before);
        assertThat(rows.of("user.signed_in")).as("the young one").hasSize(1);
        assertThat(rows.of("hold.placed")).as("compliance is kept for years").hasSize(1);
        assertThat(rows.only("retention.applied").getString("changes.find { it.pointer == '/records' }.after"))
                .isEqualTo(Long.toString(aged.tombstones()));
        verify().body("valid", is(true)).body("checked.tombstones", is((int) aged.tombstones()));
        tenancy.api()
                .queryParam("type", "retention")
                .get("/audit/checkpoints")
                .then()
                .statusCode(200)
                .body("items.size()", greaterThan(0));
    }

    @Test
    void aTombstoneWithoutASignedReasonIsARemovedRecord() {
        realm.createUser("alice").signIn();
        rows.sealed();
        long seq = aged.lastSeq();
        aged.update(
                "update KS_AUDIT_RECORD set BODY = null, CATEGORY = null, ID = null where REALM_ID = ? and SEQ = ?",
                rows.realmId(),
                seq);

        verify().body("valid", is(false))
                .body("finding.type", equalTo("REMOVED"))
                .body("finding.seq", is((int) seq));
    }

    @Test
    void aLicenseSaysHowLongATenantsRecordsAreKeptButNotThoseOfSecurityAndCompliance() {
        tenancy.api()
                .body(Map.of("key", "short", "name", "Short", "limits", Map.of("auditRetentionDays", 10)))
                .post("/plans")
                .then()
                .statusCode(201);
        TestOrganization acme = tenancy.tenant("acme", "short");
        TestOrganization beta = tenancy.tenant("beta", null);
        tenancy.member("acme", "anna", "admin");
        tenancy.member("beta", "bert", "admin");
        rows.sealed();
        long compliance = ofTenant(acme, " and CATEGORY in ('security', 'compliance')");
        long ofBeta = ofTenant(beta, "");
        assertThat(ofTenant(acme, " and CATEGORY = 'administration'")).isGreaterThan(0);
        aged.age(20);

        Tasks.run(database, "audit-retention");

        assertThat(ofTenant(acme, " and CATEGORY = 'administration'")).isZero();
        assertThat(ofTenant(acme, "")).isEqualTo(compliance);
        assertThat(ofTenant(beta, "")).isEqualTo(ofBeta);
        verify().body("valid", is(true));
    }

    @Test
    void aHoldKeepsWhatItTouchesUntilItIsReleased() {
        TestUser witness = realm.createUser("witness");
        TestUser other = realm.createUser("other");
        witness.signIn();
        other.signIn();
        Response placed = place("person", witness.id());
        placed.then().statusCode(201).body("releasedAt", nullValue()).body("reason", equalTo("Case 4711"));
        String hold = placed.path("id");
        rows.sealed();
        aged.age(400);

        Tasks.run(database, "audit-retention");

        assertThat(rows.of("user.signed_in"))
                .singleElement()
                .satisfies(record -> assertThat(record.getString("actor.id")).isEqualTo(witness.id()));
        assertThat(rows.only("hold.placed").getString("target.id")).isEqualTo(hold);
        tenancy.api()
                .body(Map.of("personId", witness.id(), "reason", "asked for"))
                .post("/audit-erasures")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:legal-hold"))
                .body("detail", containsString("Case 4711"));

        tenancy.api()
                .header("If-Match", "\"7\"")
                .body(Map.of("reason", "closed"))
                .post(HOLDS + "/" + hold + "/release")
                .then()
                .statusCode(412);
        tenancy.api()
                .header("If-Match", placed.header("ETag"))
                .body(Map.of("reason", "closed"))
                .post(HOLDS + "/" + hold + "/release")
                .then()
                .statusCode(200)
                .body("releasedAt", notNullValue());
        tenancy.api()
                .body(Map.of("reason", "closed"))
                .post(HOLDS + "/" + hold + "/release")
                .then()
                .statusCode(409);
        Tasks.run(database, "audit-retention");

        assertThat(rows.of("user.signed_in")).isEmpty();
        assertThat(rows.of("hold.released")).hasSize(1);
        tenancy.api().get(HOLDS).then().statusCode(200).body("items.id", equalTo(List.of(hold)));
        verify().body("valid", is(true));
    }

    @Test
    void aTenantOnHoldIsNotDeletedAndLosesNoRecord() {
        TestOrganization acme = tenancy.tenant("acme", null);
        tenancy.member("acme", "anna", "admin");
        rows.sealed();
        place("tenant", "acme").then().statusCode(201).body("subjectId", equalTo(acme.id()));
        rows.sealed();
        long all = ofTenant(acme, "");
        aged.age(20_000);

        Tasks.run(database, "audit-retention");

        assertThat(ofTenant(acme, "")).isEqualTo(all);
        tenancy.api()
                .queryParam("confirm", "acme")
                .delete("/tenants/acme")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:legal-hold"));
    }

    @Test
    void whoIsNotSpokenOfAnyMoreIsForgotten() {
        TestUser alice = realm.createUser("alice");
        alice.signIn();
        rows.sealed();
        assertThat(persons(alice.id())).isEqualTo(1);
        aged.age(20_000);

        Tasks.run(database, "audit-retention");

        assertThat(persons(alice.id())).isZero();
        assertThat(aged.count(
                        "select count(*) from KS_AUDIT_PERSONAL where REALM_ID = ? and PERSON_ID = ?",
                        rows.realmId(),
                        alice.id()))
                .isZero();
        verify().body("valid", is(true));
    }

    @Test
    void holdsAreForAdministratorsAndSettingsHaveBounds() {
        TestUser auditor = realm.createAdministrator("auditor", "keysteward-auditor");
        tenancy.openRealmDoor();

        tenancy.as(auditor).get(HOLDS).then().statusCode(200);
        tenancy.as(auditor)
                .body(Map.of("subjectType", "person", "subjectId", auditor.id(), "reason", "no"))
                .post(HOLDS)
                .then()
                .statusCode(403);
        place("person", "nobody").then().statusCode(422).body("errors[0].pointer", equalTo("/subjectId"));
        place("planet", "mars").then().statusCode(422).body("errors[0].pointer", equalTo("/subjectType"));
        for (String days : List.of("0", "36501", "many", "-1", "")) {
            tenancy.api()
                    .body(Map.of("value", days))
                    .put("/settings/audit.minimumDays")
                    .then()
                    .statusCode(422);
        }
        tenancy.api()
                .body(Map.of("value", "90"))
                .put("/settings/audit.retentionDaysAccess")
                .then()
                .statusCode(200);
    }

    private Response place(String type, String id) {
        return tenancy.api()
                .body(Map.of("subjectType", type, "subjectId", id, "reason", "Case 4711"))
                .post(HOLDS);
    }

    private io.restassured.response.ValidatableResponse verify() {
        rows.sealed();
        return tenancy.api().get("/audit/verify").then().statusCode(200);
    }

    private long ofTenant(TestOrganization tenant, String condition) {
        rows.sealed();
        return aged.count(
                "select count(*) from KS_AUDIT_RECORD where REALM_ID = ? and TENANT_ID = ?" + condition,
                rows.realmId(),
                tenant.id());
    }

    private long persons(String id) {
        return aged.count(
                "select count(*) from KS_AUDIT_PERSON where REALM_ID = ? and PERSON_ID = ?", rows.realmId(), id);
    }
}

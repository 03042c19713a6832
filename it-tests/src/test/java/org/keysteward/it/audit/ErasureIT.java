package org.keysteward.it.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.LoneServer;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tasks;
import org.keysteward.it.tenants.Tenancy;
import org.keysteward.launcher.AuditKeys;

/** Who is erased stays erased; months of hashes alone leave the database, and are still proved. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureIT {
    private static final List<String> PERSON_TABLES = List.of("KS_AUDIT_PERSON", "KS_AUDIT_PERSONAL", "KS_AUDIT_NAME");

    @SuppressWarnings("NullAway.Init")
    @TempDir
    static Path directory;

    @SuppressWarnings("NullAway.Init")
    private LoneServer server;

    @SuppressWarnings("NullAway.Init")
    private Keycloak keycloak;

    @BeforeAll
    void start() {
        server = LoneServer.prepared("erasure");
        keycloak = server.start(options());
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void thePersonIsGoneAndStaysGoneWhenABackupIsRestored() throws IOException {
        TestRealm realm = keycloak.createRealm();
        Tenancy tenancy = Tenancy.in(realm);
        AuditRows rows = AuditRows.of(server.database(), realm);
        AgedRecords sql = new AgedRecords(server.database(), rows.realmId());
        TestUser alice = realm.createUser("alice-of-wonderland");
        alice.signIn();
        rows.sealed();
        named(tenancy, "alice-of-wonderland").body("items.actor.name", hasItem("alice-of-wonderland"));
        PERSON_TABLES.forEach(table -> sql.update("create table BACKUP_" + table + " as select * from " + table));

        erase(tenancy, alice, 201).body("notReached.size()", is(4));

        assertGone(tenancy, rows, sql, alice);
        alice.signIn();
        rows.sealed();
        assertGone(tenancy, rows, sql, alice);
        assertThat(rows.only("person.erased").getString("target.id")).isEqualTo(alice.id());
        assertThat(rows.only("person.erased").getString("target.name")).isNull();
        erase(tenancy, alice, 201);
        assertThat(rows.of("person.erased")).as("once").hasSize(1);
        assertThat(Files.readString(directory.resolve("erasures.jsonl")))
                .contains(alice.id())
                .doesNotContain("wonderland");

        restore(sql, alice);
        Tasks.run(server.database(), "audit-erasures");
        assertGone(tenancy, rows, sql, alice);

        restore(sql, alice);
        server.stop();
        keycloak = server.start(options());
        Tenancy again = Tenancy.in(TestRealm.existing(keycloak, realm.name()));
        assertGone(again, rows, sql, alice);
        again.api().get("/audit-erasures").then().statusCode(200).body("items.personId", equalTo(List.of(alice.id())));
    }

    @Test
    void oneKeyTakesThePlaceOfAnotherAndTheOldOneIsNotNeeded() throws Exception {
        TestRealm realm = keycloak.createRealm();
        AuditRows rows = AuditRows.of(server.database(), realm);
        AgedRecords sql = new AgedRecords(server.database(), rows.realmId());
        realm.createUser("bob").signIn();
        rows.sealed();
        String old = sql.query("select distinct KID from KS_AUDIT_PERSON where KID is not null")
                .get(0);
        server.stop();
        rotate();
        keycloak = server.start(options());

        Tasks.run(server.database(), "audit-keys");

        assertThat(sql.count("select count(*) from KS_AUDIT_PERSON where KID = ?", old))
                .isZero();
        assertThat(sql.count("select count(*) from KS_AUDIT_KEY where USED_FOR = 'search' and KID = ?", old))
                .isZero();
        Tenancy tenancy = Tenancy.in(TestRealm.existing(keycloak, realm.name()));
        named(tenancy, "bob").body("items.actor.name", hasItem("bob"));
    }

    @Test
    void aMonthOfHashesGoesToTheArchiveAndTheRestStillVerifies() throws Exception {
        TestRealm realm = keycloak.createRealm();
        Tenancy tenancy = Tenancy.in(realm);
        AuditRows rows = AuditRows.of(server.database(), realm);
        AgedRecords sql = new AgedRecords(server.database(), rows.realmId());
        realm.createUser("carol").signIn();
        rows.signSoon();
        long last = sql.lastSeq();
        await("all of it is signed and anchored")
                .atMost(Duration.ofSeconds(30))
                .until(() -> sql.count(
                                "select count(*) from KS_AUDIT_CHAIN where REALM_ID = ? and CHECKPOINT_SEQ >= ?",
                                rows.realmId(),
                                last)
                        == 1);
        sql.age(20_000);
        sql.seal(last, Instant.parse("2019-07-14T00:00:00Z").toEpochMilli());
        Tasks.run(server.database(), "audit-partitions");
        assertThat(sql.count("select count(*) from KS_AUDIT_RECORD_201907")).isEqualTo(last);
        assertThat(sql.count("select count(*) from KS_AUDIT_RECORD_REST")).isZero();
        Tasks.run(server.database(), "audit-retention");
        await("retention is anchored")
                .atMost(Duration.ofSeconds(30))
                .until(() -> sql.count("select count(*) from KS_AUDIT_CHECKPOINT where ANCHORED = false") == 0);

        Tasks.run(server.database(), "audit-archive");

        assertThat(sql.query("select relname from pg_class where relname = 'ks_audit_record_201907'"))
                .isEmpty();
        Path archive = directory.resolve("archive").resolve(rows.realmId() + "-201907.jsonl.gz");
        assertThat(audit("audit-verify", archive.toString()))
                .contains("All holds")
                .contains(last + " tombstones");
        assertThat(rows.of("archive.written")).hasSize(1);
        tenancy.api()
                .get("/audit/verify")
                .then()
                .statusCode(200)
                .body("finding", nullValue())
                .body("checked.fromSeq", is((int) last + 1))
                .body("checked.records", greaterThan(0));
        tenancy.api().queryParam("fromSeq", 1).get("/audit/verify").then().statusCode(422);

        sql.update("delete from KS_AUDIT_RECORD where REALM_ID = ? and SEQ = ?", rows.realmId(), last + 1);
        sql.update("update KS_AUDIT_ARCHIVE set LAST_SEQ = LAST_SEQ + 1 where REALM_ID = ?", rows.realmId());
        tenancy.api().get("/audit/verify").then().statusCode(200).body("valid", is(false));
    }

    @Test
    void theNextMonthsHaveTheirPartitions() {
        AgedRecords sql = new AgedRecords(server.database(), "-");
        var now = java.time.YearMonth.now(ZoneOffset.UTC);
        for (int ahead = 0; ahead <= 2; ahead++) {
            String name = "ks_audit_record_"
                    + now.plusMonths(ahead).format(java.time.format.DateTimeFormatter.ofPattern("yyyyMM"));
            assertThat(sql.query("select relname from pg_class where relname = ?", name))
                    .hasSize(1);
        }
    }

    private static void assertGone(Tenancy tenancy, AuditRows rows, AgedRecords sql, TestUser person) {
        rows.sealed();
        for (String table : List.of("KS_AUDIT_PERSONAL", "KS_AUDIT_NAME")) {
            assertThat(sql.count(
                            "select count(*) from " + table + " where REALM_ID = ? and PERSON_ID = ?",
                            rows.realmId(),
                            person.id()))
                    .as(table)
                    .isZero();
        }
        named(tenancy, "alice-of-wonderland").body("items.size()", is(0));
        tenancy.api()
                .queryParam("actor", person.id())
                .get("/audit")
                .then()
                .statusCode(200)
                .body("items.size()", greaterThan(0))
                .body("items.actor.name.erased", everyItem(is(true)))
                .body("items.actor.ip.erased", everyItem(is(true)));
        tenancy.api().get("/audit/verify").then().statusCode(200).body("valid", is(true));
    }

    /** As a backup does that was made before. */
    private static void restore(AgedRecords sql, TestUser person) {
        PERSON_TABLES.forEach(table -> {
            sql.update("delete from " + table + " where PERSON_ID = ?", person.id());
            sql.update("insert into " + table + " select * from BACKUP_" + table + " where PERSON_ID = ?", person.id());
        });
    }

    private static io.restassured.response.ValidatableResponse named(Tenancy tenancy, String name) {
        return tenancy.api().queryParam("name", name).get("/audit").then().statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse erase(Tenancy tenancy, TestUser person, int status) {
        return tenancy.api()
                .body(Map.of("personId", person.id(), "reason", "Request 17"))
                .post("/audit-erasures")
                .then()
                .statusCode(status);
    }

    private static List<String> options() {
        return List.of(
                AuditKeys.in(directory, Settings.BUNDLE.path()).serverOption(),
                "--spi-keysteward--audit--erasures-file=" + directory.resolve("erasures.jsonl"),
                "--spi-keysteward--audit--archive-directory=" + directory.resolve("archive"));
    }

    private static void rotate() throws Exception {
        Path keys = directory.resolve("audit-keys.jwks");
        Path rotated = directory.resolve("rotated.jwks");
        audit("audit-keys", "rotate", keys.toString(), "--out", rotated.toString(), "--use", "enc", "--kid", "second");
        Files.move(rotated, keys, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String audit(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Settings.BUNDLE.path().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}

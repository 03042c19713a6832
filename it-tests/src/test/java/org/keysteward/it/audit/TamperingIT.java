package org.keysteward.it.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestRealm;

/** Whoever has all rights in the database cannot change what was sealed without being found out. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingIT {
    private static final List<String> TABLES =
            List.of("KS_AUDIT_RECORD", "KS_AUDIT_CHECKPOINT", "KS_AUDIT_CHAIN", "KS_AUDIT_KEY");

    @SuppressWarnings("NullAway.Init")
    private TestRealm realm;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private AuditRows rows;

    private int end;

    /**
     * What an attacker does.
     *
     * @param sql statements, in which {@code :realm} is the realm's id
     * @param seq where it is to be found: a number, {@code end} with one added or taken away, or {@code -} for anywhere
     */
    private record Attack(String name, String sql, String finding, String seq) {
        boolean isAt(long found, long end) {
            if (seq.startsWith("end")) {
                return found == end + (seq.length() == 3 ? 0 : Long.parseLong(seq.substring(3)));
            }
            return seq.equals("-") || found == Long.parseLong(seq);
        }
    }

    @BeforeAll
    void aChainOfTwoCheckpointsAndSomethingBehind(TestRealm realm, Database database)
            throws SQLException, InterruptedException {
        this.realm = realm;
        this.database = database;
        this.rows = AuditRows.of(database, realm);
        realm.createUser("alice").signIn();
        realm.createUser("bob");
        realm.createUser("carol");
        realm.createUser("dave");
        sign(1);
        assertThat(rows.sealed()).as("what the last attack goes back to").hasSize(6);
        execute("create table OLDER_KS_AUDIT_CHAIN as select * from KS_AUDIT_CHAIN where REALM_ID = ':realm'");
        realm.createUser("erin").signIn();
        realm.createUser("frank");
        sign(2);
        realm.createUser("grace");
        realm.createUser("heidi");
        end = rows.sealed().size();
        stopSealing();
        for (String table : TABLES) {
            execute("create table UNTOUCHED_" + table + " as select * from " + table);
        }
    }

    @AfterAll
    void goOn() throws SQLException {
        for (String table : TABLES) {
            execute("drop table UNTOUCHED_" + table);
        }
        execute("drop table OLDER_KS_AUDIT_CHAIN");
        execute("update KS_LEASE set NEXT_RUN = 0 where NAME = 'audit-sealer'");
    }

    @Test
    void anUntouchedChainIsValid() {
        JsonPath report = verify();

        assertThat(report.getBoolean("valid")).isTrue();
        assertThat(report.getLong("checked.records")).isGreaterThan(8);
        assertThat(report.getLong("checked.checkpoints")).isEqualTo(2);
        assertThat(report.getBoolean("anchored")).isTrue();
        assertThat(report.getLong("unsigned")).isEqualTo(2);
    }

    @TestFactory
    Stream<DynamicTest> whateverIsChangedInTheDatabaseIsFoundWhereItBegins() {
        return attacks()
                .map(attack -> DynamicTest.dynamicTest(attack.name(), () -> {
                    try {
                        execute(attack.sql());

                        JsonPath report = verify();

                        assertThat(report.getString("finding.type"))
                                .as(report.prettify())
                                .isEqualTo(attack.finding());
                        assertThat(attack.isAt(report.getLong("finding.seq"), end))
                                .as(report.prettify())
                                .isTrue();
                        assertThat(report.getBoolean("valid")).isFalse();
                    } finally {
                        undo();
                    }
                    assertThat(verify().getBoolean("valid")).isTrue();
                }));
    }

    @Test
    void anExportIsCheckedWithoutTheServer(@TempDir Path directory) throws IOException, InterruptedException {
        String exported = realm.adminDoor()
                .get("/audit/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Path file = Files.writeString(directory.resolve("export.jsonl"), exported);
        Path keys = Files.writeString(
                directory.resolve("keys.jwks"),
                realm.adminDoor()
                        .get("/audit/keys")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        Path changed = Files.writeString(
                directory.resolve("changed.jsonl"), exported.replaceFirst("user.signed_in", "user.signed_on"));
        Path cut = Files.writeString(
                directory.resolve("cut.jsonl"),
                exported.substring(0, exported.indexOf('\n', exported.length() / 2) + 1));

        assertThat(command("audit-verify", file.toString(), "--keys", keys.toString()))
                .isEqualTo(0);
        assertThat(command("audit-verify", changed.toString(), "--keys", keys.toString()))
                .isEqualTo(1);
        assertThat(command("audit-verify", cut.toString(), "--keys", keys.toString()))
                .isEqualTo(1);
    }

    @Test
    void aRecordIsProvedWithoutTheOthers(@TempDir Path directory) throws IOException, InterruptedException {
        String id = realm.adminDoor()
                .queryParam("action", "user.created")
                .get("/audit")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("items[-1].id");
        String proof = realm.adminDoor()
                .get("/audit/" + id + "/proof")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Path file = Files.writeString(directory.resolve("proof.json"), proof);
        Path changed = Files.writeString(
                directory.resolve("changed.json"), proof.replaceFirst("user.created", "user.removed"));

        assertThat(command("audit-verify", file.toString())).isEqualTo(0);
        assertThat(command("audit-verify", changed.toString())).isEqualTo(1);
    }

    private static Stream<Attack> attacks() {
        String record = "KS_AUDIT_RECORD where REALM_ID = ':realm' and SEQ ";
        String checkpoint = "KS_AUDIT_CHECKPOINT where REALM_ID = ':realm' and NUMBER_ ";
        return Stream.of(
                new Attack(
                        "a record is changed",
                        "update KS_AUDIT_RECORD set BODY = replace(BODY, '\"success\":true', '\"success\":false')"
                                + " where REALM_ID = ':realm' and SEQ = 3",
                        "CHANGED",
                        "3"),
                new Attack(
                        "a record is changed together with its hash",
                        "update KS_AUDIT_RECORD set BODY = replace(BODY, '\"success\":true', '\"success\":false'),"
                                + " HASH = sha256('x') where REALM_ID = ':realm' and SEQ = 3",
                        "CHANGED",
                        "3"),
                new Attack("a record is removed", "delete from " + record + "= 3", "REMOVED", "3"),
                new Attack("the first record is removed", "delete from " + record + "= 1", "REMOVED", "1"),
                new Attack(
                        "the last records are removed", "delete from " + record + "> :end - 2", "TRUNCATED", "end-1"),
                new Attack(
                        "the records behind the last checkpoint are removed, and the end moved",
                        "delete from " + record + "> :end - 2;"
                                + "update KS_AUDIT_CHAIN set LAST_SEQ = :end - 2, LAST_HASH = (select HASH from "
                                + record
                                + "= :end - 2) where REALM_ID = ':realm'",
                        "CHANGED",
                        "end-2"),
                new Attack(
                        "a record is inserted",
                        "update KS_AUDIT_RECORD set SEQ = SEQ + 100000 where REALM_ID = ':realm' and SEQ >= 3;"
                                + "update KS_AUDIT_RECORD set SEQ = SEQ - 99999 where REALM_ID = ':realm' and SEQ > 100000;"
                                + "insert into KS_AUDIT_RECORD select REALM_ID, 3, SEALED_AT, gen_random_uuid(), RECORD_TIME,"
                                + " TENANT_ID, CATEGORY, ACTION, ACTOR_ID, TARGET_ID, SUCCESS, IP_TOKEN,"
                                + " replace(BODY, '\"seq\":2', '\"seq\":3'), sha256('x') from " + record + "= 2",
                        "INSERTED",
                        "3"),
                new Attack(
                        "a record is added at the end",
                        "insert into KS_AUDIT_RECORD select REALM_ID, :end + 1, SEALED_AT, gen_random_uuid(), RECORD_TIME,"
                                + " TENANT_ID, CATEGORY, ACTION, ACTOR_ID, TARGET_ID, SUCCESS, IP_TOKEN, BODY, sha256('x') from "
                                + record + "= :end",
                        "INSERTED",
                        "end+1"),
                new Attack(
                        "two records change places",
                        "update KS_AUDIT_RECORD set SEQ = case SEQ when 3 then 100004 else 100003 end"
                                + " where REALM_ID = ':realm' and SEQ in (3, 4);"
                                + "update KS_AUDIT_RECORD set SEQ = SEQ - 100000 where REALM_ID = ':realm' and SEQ > 100000",
                        "REORDERED",
                        "3"),
                new Attack(
                        "a record is made to look expired",
                        "update KS_AUDIT_RECORD set BODY = null, ID = null where REALM_ID = ':realm' and SEQ = 3",
                        "REMOVED",
                        "3"),
                new Attack(
                        "a checkpoint is changed",
                        "update KS_AUDIT_CHECKPOINT set BODY = replace(BODY, '\"firstSeq\":1', '\"firstSeq\":2')"
                                + " where REALM_ID = ':realm' and NUMBER_ = 1",
                        "CHECKPOINT_CHANGED",
                        "-"),
                new Attack("a checkpoint is removed", "delete from " + checkpoint + "= 1", "CHECKPOINT_REMOVED", "-"),
                new Attack(
                        "everything is put back to how it was at the first checkpoint, which only the anchor can tell",
                        "delete from " + checkpoint + "= 2; delete from " + record + "> 6;"
                                + "delete from KS_AUDIT_CHAIN where REALM_ID = ':realm';"
                                + "insert into KS_AUDIT_CHAIN select * from OLDER_KS_AUDIT_CHAIN",
                        "TRUNCATED",
                        "7"));
    }

    private JsonPath verify() {
        return realm.adminDoor()
                .get("/audit/verify")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Signs now what is sealed, instead of within a minute. */
    private void sign(int number) throws SQLException {
        rows.signSoon();
        await().atMost(Duration.ofSeconds(20)).until(() -> checkpoints() == number);
    }

    private int checkpoints() throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.prepareStatement(
                        "select count(*) from KS_AUDIT_CHECKPOINT where REALM_ID = ? and ANCHORED")) {
            statement.setString(1, rows.realmId());
            try (var counted = statement.executeQuery()) {
                counted.next();
                return counted.getInt(1);
            }
        }
    }

    /** Verifying is recorded too, and would make the chain longer: another node has the lease from now on. */
    private void stopSealing() throws SQLException, InterruptedException {
        execute("update KS_LEASE set OWNER = 'test', NEXT_RUN = 9000000000000 where NAME = 'audit-sealer'");
        // The node looks at the lease every two seconds.
        Thread.sleep(3_000);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql.replace(":realm", rows.realmId()).replace(":end", Integer.toString(end)));
        }
    }

    private void undo() throws SQLException {
        for (String table : TABLES) {
            String ofRealm = table.equals("KS_AUDIT_KEY") ? "" : " where REALM_ID = ':realm'";
            execute("delete from " + table + ofRealm + "; insert into " + table + " select * from UNTOUCHED_" + table
                    + ofRealm);
        }
    }

    private static int command(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-jar",
                                Settings.BUNDLE.path().toString()),
                        Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}

package org.keysteward.it.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.LoneServer;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.launcher.AuditKeys;
import org.keysteward.launcher.LaunchException;

/** The server is killed, its database refuses, its keys are the wrong ones: nothing that was answered is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardshipIT {
    /** What a life of the server has answered at least before it is killed. */
    private static final int ANSWERS = 10;

    /** When that is, at random. */
    private static final long SEED = 20261125L;

    @SuppressWarnings("NullAway.Init")
    @TempDir
    static Path directory;

    @SuppressWarnings("NullAway.Init")
    private LoneServer server;

    @BeforeAll
    void prepare() {
        server = LoneServer.prepared("hardship");
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS) // 200 lives take an hour.
    void whatWasAnsweredIsRecordedAndWhatIsRecordedHappenedHoweverOftenTheServerIsKilled() throws Exception {
        int kills = Integer.parseInt(Settings.KILLS.text());
        Random random = new Random(SEED);
        Busy.Answered answered = new Busy.Answered();
        String realm = prepareRealm();

        for (int kill = 0; kill < kills; kill++) {
            // Every other life keeps sign-ins in the spool where the database refuses them: they are written later.
            Keycloak keycloak = server.start(kill % 2 == 0 ? keys() : spooling());
            int before = answered.count();
            new Busy(keycloak, realm, answered).until(() -> {
                // On a machine that others use too, it may take a while until there is anything to lose.
                await().atMost(Duration.ofMinutes(2)).until(() -> answered.count() > before + ANSWERS);
                Thread.sleep(random.nextInt(2000));
                server.kill();
            });
        }

        Keycloak keycloak = server.start(spooling());
        AuditRows rows = AuditRows.of(server.database(), TestRealm.existing(keycloak, realm));
        List<JsonPath> records = rows.sealed();
        server.stop();
        assertThat(answered.count()).as("the load was one").isGreaterThan(kills * ANSWERS);

        Set<String> users = ids(
                "select ID from USER_ENTITY where REALM_ID = ? and SERVICE_ACCOUNT_CLIENT_LINK is null and USERNAME like 'n%'",
                rows.realmId());
        Set<String> groups = ids("select ID from KEYCLOAK_GROUP where REALM_ID = ?", rows.realmId());
        Set<String> plans = ids("select PLAN_KEY from KS_PLAN where REALM_ID = ?", rows.realmId());
        assertThat(targets(records, "user.created", "alice")).isEqualTo(users).containsAll(answered.users);
        assertThat(targets(records, "group.created", "")).isEqualTo(groups).containsAll(answered.groups);
        assertThat(targets(records, "plan.created", "")).isEqualTo(plans).containsAll(answered.plans);
        assertThat(of(records, "user.signed_in", record -> record.getString("actor.session")))
                .containsAll(answered.sessions);
        assertThat(records.stream().map(record -> record.getLong("seq")).toList())
                .as("without a gap")
                .isEqualTo(LongStream.rangeClosed(1, records.size()).boxed().toList());
        assertThat(records.stream().map(record -> record.getString("id")).distinct())
                .as("once each")
                .hasSameSizeAs(records);
    }

    @Test
    void aChangeThatCannotBeRecordedFailsAndIsNotMade() throws Exception {
        Keycloak keycloak = server.start(keys());
        try (TestRealm realm = keycloak.createRealm()) {
            TestUser alice = realm.createUser("alice");
            AuditRows rows = AuditRows.of(server.database(), realm);
            rows.sealed();

            refuse(rows.realmId());
            int change =
                    realm.admin().body(Map.of("username", "bob")).post("/users").statusCode();
            int signIn = alice.trySignIn().statusCode();
            accept();

            assertThat(change).isGreaterThanOrEqualTo(400);
            assertThat(signIn).as("without a spool, nobody signs in unseen").isGreaterThanOrEqualTo(400);
            assertThat(realm.admin()
                            .queryParam("username", "bob")
                            .get("/users")
                            .jsonPath()
                            .<Object>getList(""))
                    .isEmpty();
            assertThat(rows.of("user.created")).hasSize(1);
            alice.signIn();
        } finally {
            accept();
            server.stop();
        }
    }

    @Test
    void withASpoolSignInsGoOnAndAreReadInLater() throws Exception {
        Keycloak keycloak = server.start(spooling());
        try (TestRealm realm = keycloak.createRealm()) {
            TestUser alice = realm.createUser("alice");
            AuditRows rows = AuditRows.of(server.database(), realm);
            rows.sealed();

            refuse(rows.realmId());
            String session = alice.signIn().accessClaims().getString("sid");
            int change =
                    realm.admin().body(Map.of("username", "bob")).post("/users").statusCode();
            assertThat(rows.of("user.signed_in")).isEmpty();
            assertThat(spool()).contains(session).doesNotContain("alice");
            accept();

            assertThat(change).as("a change is never spooled").isGreaterThanOrEqualTo(400);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !rows.of("user.signed_in").isEmpty());
            assertThat(rows.only("user.signed_in").getString("actor.session")).isEqualTo(session);
            assertThat(spool()).isEmpty();
        } finally {
            accept();
            server.stop();
        }
    }

    @Test
    void withoutItsKeysOrWithOthersTheServerDoesNotStartAndSaysWhatToDo() {
        server.start(keys());
        server.stop();
        Path others = directory.resolve("others");

        assertThatThrownBy(() -> server.start(List.of()))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("audit-keys create");
        assertThatThrownBy(() -> server.start(
                        List.of(AuditKeys.in(others, Settings.BUNDLE.path()).serverOption())))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("Put the original key file back");
    }

    private String prepareRealm() {
        Keycloak keycloak = server.start(keys());
        TestRealm realm = keycloak.createRealm();
        realm.createUser("alice");
        server.stop();
        return realm.name();
    }

    private static List<String> keys() {
        return List.of(AuditKeys.in(directory, Settings.BUNDLE.path()).serverOption());
    }

    private static List<String> spooling() {
        return List.of(
                AuditKeys.in(directory, Settings.BUNDLE.path()).serverOption(),
                "--spi-keysteward--audit--spool-directory=" + directory.resolve("spool"));
    }

    private static String spool() throws IOException {
        Path spool = directory.resolve("spool");
        if (!Files.isDirectory(spool)) {
            return "";
        }
        try (var files = Files.list(spool)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
            return text.toString().strip();
        }
    }

    /** The database takes nothing into the inbox for this realm. */
    private void refuse(String realmId) throws SQLException {
        execute("create or replace function ks_refuse() returns trigger as $$ begin if new.REALM_ID = '" + realmId
                + "' then raise exception 'no'; end if; return new; end $$ language plpgsql");
        execute("create trigger ks_refuse before insert on KS_AUDIT_INBOX for each row execute function ks_refuse()");
    }

    private void accept() throws SQLException {
        execute("drop trigger if exists ks_refuse on KS_AUDIT_INBOX");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Set<String> ids(String sql, String realmId) throws SQLException {
        Set<String> ids = new TreeSet<>();
        try (Connection connection = server.database().connect();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, realmId);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    /** The first user of the realm is not one of the load's. */
    private Set<String> targets(List<JsonPath> records, String action, String butName) throws SQLException {
        Set<String> targets = of(records, action, record -> record.getString("target.id"));
        if (!butName.isEmpty()) {
            targets.removeAll(ids("select ID from USER_ENTITY where ? <> '' and USERNAME = '" + butName + "'", "-"));
        }
        return targets;
    }

    private static Set<String> of(List<JsonPath> records, String action, Function<JsonPath, String> read) {
        return records.stream()
                .filter(record -> action.equals(record.getString("action")))
                .map(read)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package org.keysteward.it.audit;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.TestRealm;

/** A realm's audit records as they stand in the database: what an attacker with SQL sees, and what is chained. */
final class AuditRows {
    private static final Duration SEALED_WITHIN = Duration.ofSeconds(10);

    private final Database database;
    private final String realmId;

    private AuditRows(Database database, String realmId) {
        this.database = database;
        this.realmId = realmId;
    }

    static AuditRows of(Database database, TestRealm realm) {
        return new AuditRows(
                database, realm.admin().get().then().statusCode(200).extract().path("id"));
    }

    String realmId() {
        return realmId;
    }

    /** Waits until nothing of the realm waits to be sealed, and gives its chain. */
    List<JsonPath> sealed() {
        await("everything is sealed").atMost(SEALED_WITHIN).until(() -> waiting() == 0);
        return query(
                "select BODY from KS_AUDIT_RECORD where REALM_ID = ? and BODY is not null order by SEQ",
                row -> new JsonPath(row));
    }

    /** Has what is sealed signed at the sealer's next look, instead of within a minute. */
    void signSoon() {
        sealed();
        try (Connection connection = database.connect();
                var statement =
                        connection.prepareStatement("update KS_AUDIT_CHAIN set CHECKPOINT_AT = 0 where REALM_ID = ?")) {
            statement.setString(1, realmId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The records of this action. */
    List<JsonPath> of(String action) {
        return sealed().stream()
                .filter(record -> action.equals(record.getString("action")))
                .toList();
    }

    /** The only record of this action that fits. */
    JsonPath only(String action, Predicate<JsonPath> fitting) {
        List<JsonPath> found = of(action).stream().filter(fitting).toList();
        if (found.size() != 1) {
            throw new AssertionError("%d records of %s instead of one, among %s"
                    .formatted(
                            found.size(),
                            action,
                            sealed().stream()
                                    .map(record -> record.getString("action"))
                                    .toList()));
        }
        return found.get(0);
    }

    JsonPath only(String action) {
        return only(action, record -> true);
    }

    int waiting() {
        return query("select count(*) from KS_AUDIT_INBOX where REALM_ID = ?", Integer::parseInt)
                .get(0);
    }

    /** Everything that the audit trail's tables hold of all realms, as text. */
    String everything() {
        StringBuilder all = new StringBuilder();
        try (Connection connection = database.connect();
                var tables = connection
                        .createStatement()
                        .executeQuery(
                                "select table_name from information_schema.tables where table_name like 'ks\\_audit%'")) {
            while (tables.next()) {
                try (var rows = connection
                        .createStatement()
                        .executeQuery("select t::text from " + tables.getString(1) + " t")) {
                    while (rows.next()) {
                        all.append(rows.getString(1)).append('\n');
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return all.toString();
    }

    private interface Reader<T> {
        T read(String text);
    }

    private <T> List<T> query(String sql, Reader<T> reader) {
        try (Connection connection = database.connect();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, realmId);
            List<T> read = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    read.add(reader.read(rows.getString(1)));
                }
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

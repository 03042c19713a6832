package org.keysteward.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.Cluster;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** Two nodes record, and one chain comes of it. */
@KeycloakTest(nodes = 2)
class SealingClusterIT {
    private static final int EACH = 40;

    @Test
    void whatTwoNodesRecordAtOnceIsOneChainWithoutGapAndWithoutDoubles(
            Cluster cluster, TestRealm realm, Database database) throws InterruptedException {
        TestUser alice = realm.createUser("alice");
        TestRealm other = realm.seenFrom(cluster.node(2));
        TestUser aliceThere = new TestUser(other, alice.id(), alice.username(), alice.password());
        List<Thread> people = new ArrayList<>();
        for (TestUser user : List.of(alice, alice, aliceThere, aliceThere)) {
            Thread person = new Thread(() -> {
                for (int i = 0; i < EACH; i++) {
                    user.signIn();
                }
            });
            person.start();
            people.add(person);
        }
        for (Thread person : people) {
            person.join();
        }

        List<JsonPath> records = AuditRows.of(database, realm).sealed();

        assertThat(records.stream().filter(record -> "user.signed_in".equals(record.getString("action"))))
                .hasSize(4 * EACH);
        assertThat(records.stream().map(record -> record.getLong("seq")).toList())
                .isEqualTo(LongStream.rangeClosed(1, records.size()).boxed().toList());
        assertThat(records.stream().map(record -> record.getString("id")).distinct())
                .hasSameSizeAs(records);
        for (TestRealm seen : List.of(realm, other)) {
            assertThat(seen.adminDoor()
                            .get("/audit/verify")
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath()
                            .getBoolean("valid"))
                    .isTrue();
        }
    }
}

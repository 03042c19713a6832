package org.keysteward.it.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/**
 * People who have really signed in, each from an address of their own: they have names that can be found and decrypted,
 * and the sealer has made of them what records are found by.
 */
final class RealPeople {
    private static final int LOOKS = 600;
    private static final long LOOK_NANOS = 100_000_000;

    /**
     * A person.
     *
     * @param token what records from the address are found by
     * @param actor the actor of the sign-in's record, as JSON
     */
    record Person(String id, String name, String address, String token, String actor) {}

    private final AuditServer server;
    private final TestRealm realm;
    private final String realmId;

    RealPeople(AuditServer server, TestRealm realm, String realmId) {
        this.server = server;
        this.realm = realm;
        this.realmId = realmId;
    }

    List<Person> signIn(int count) {
        // Their addresses are no local ones, and nobody from elsewhere signs in without TLS otherwise.
        realm.update(Map.of("sslRequired", "none"));
        List<TestUser> users = IntStream.range(0, count)
                .mapToObj(number -> realm.createUser(String.format(Locale.ROOT, "ann%04d", number)))
                .toList();
        IntStream.range(0, count).forEach(number -> signIn(users.get(number), address(number)));
        awaitSealed();
        return IntStream.range(0, count)
                .mapToObj(number -> person(users.get(number), address(number)))
                .toList();
    }

    private void signIn(TestUser user, String address) {
        realm.anonymously()
                .header("X-Forwarded-For", address)
                .formParam("grant_type", "password")
                .formParam("client_id", TestRealm.CLIENT)
                .formParam("username", user.username())
                .formParam("password", user.password())
                .formParam("scope", "openid")
                .post("/protocol/openid-connect/token")
                .then()
                .statusCode(200);
    }

    private static String address(int number) {
        return "198.51." + number / 250 + "." + (number % 250 + 1);
    }

    private void awaitSealed() {
        for (int look = 0; look < LOOKS; look++) {
            if (server.number("select count(*) from KS_AUDIT_INBOX where REALM_ID = ?", realmId) == 0) {
                return;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new IllegalStateException("Not everything was sealed within a minute");
    }

    private Person person(TestUser user, String address) {
        List<String> found = server.rows(
                        "select IP_TOKEN, (BODY::json -> 'actor')::text from KS_AUDIT_RECORD"
                                + " where REALM_ID = ? and ACTOR_ID = ? and ACTION = 'user.signed_in' and IP_TOKEN is not null"
                                + " order by SEQ limit 1",
                        realmId,
                        user.id())
                .get(0);
        return new Person(user.id(), user.username(), address, found.get(0), found.get(1));
    }
}

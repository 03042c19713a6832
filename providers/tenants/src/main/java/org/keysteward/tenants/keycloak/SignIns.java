package org.keysteward.tenants.keycloak;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.kernel.keycloak.Rows;

/**
 * Who was active today. A sign-in must not wait for a row of ours: it is noted in memory, and written with others some
 * seconds later. A node that dies takes its last seconds with it, which a usage report can bear.
 */
final class SignIns {
    private static final Logger LOG = Logger.getLogger(SignIns.class);
    private static final int MAX_NOTED = 100_000;
    private static final int ROWS_AT_ONCE = 500;

    /** A user on a day since the epoch. */
    private record Noted(String realmId, String userId, int day) {}

    private final Clock clock = Clock.systemUTC();
    private final Map<Noted, Integer> noted = new ConcurrentHashMap<>();

    /** @param signedIn whether this was a sign-in, and not merely a sign of life */
    void note(String realmId, String userId, boolean signedIn) {
        var one = new Noted(realmId, userId, (int)
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay());
        if (noted.size() < MAX_NOTED || noted.containsKey(one)) {
            noted.merge(one, signedIn ? 1 : 0, Integer::sum);
        }
    }

    /** Writes what was noted since; what cannot be written is noted again. */
    void write(KeycloakSessionFactory factory) {
        while (!noted.isEmpty()) {
            var batch = take();
            try {
                KeycloakModelUtils.runJobInTransaction(
                        factory, session -> batch.forEach((one, count) -> write(session, one, count)));
            } catch (RuntimeException e) {
                LOG.warnf(e, "Activity of %d users could not be written; it is tried again", batch.size());
                batch.forEach((one, count) -> noted.merge(one, count, Integer::sum));
                return;
            }
        }
    }

    private Map<Noted, Integer> take() {
        var batch = new HashMap<Noted, Integer>();
        for (var one : noted.keySet()) {
            var count = noted.remove(one);
            if (count != null) {
                batch.put(one, count);
            }
            if (batch.size() == ROWS_AT_ONCE) {
                break;
            }
        }
        return batch;
    }

    private static void write(KeycloakSession session, Noted one, int count) {
        var entityManager = Rows.entityManager(session);
        var isNew = Rows.insertIfAbsent(
                entityManager,
                "insert into KS_ACTIVITY (USER_ID, ACTIVE_DAY, REALM_ID, SIGN_INS) values (?, ?, ?, ?)",
                one.userId(),
                one.day(),
                one.realmId(),
                count);
        if (!isNew && count > 0) {
            entityManager
                    .createQuery("update ActivityEntity a set a.signIns = a.signIns + :count"
                            + " where a.userId = :user and a.day = :day")
                    .setParameter("count", count)
                    .setParameter("user", one.userId())
                    .setParameter("day", one.day())
                    .executeUpdate();
        }
    }
}

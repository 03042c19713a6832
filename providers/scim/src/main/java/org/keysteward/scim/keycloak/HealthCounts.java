package org.keysteward.scim.keycloak;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.Rows;

/** Counts of connections: operations by how they ended, requests by how long they took, attributes that were passed over. */
final class HealthCounts {
    private static final int MAX_NAME = 300;
    private static final int MOST_IGNORED = 100;

    private final KeycloakSession session;

    HealthCounts(KeycloakSession session) {
        this.session = session;
    }

    /** What of. */
    enum Of {
        SUCCEEDED,
        FAILED,
        DURATION,
        IGNORED
    }

    /** @param name the operation, the class of durations, or the attribute */
    record Key(String connection, Of of, String name) implements Comparable<Key> {
        static Key succeeded(String connection, String operation) {
            return new Key(connection, Of.SUCCEEDED, operation);
        }

        static Key failed(String connection, String operation) {
            return new Key(connection, Of.FAILED, operation);
        }

        static Key duration(String connection, int durationClass) {
            return new Key(connection, Of.DURATION, Integer.toString(durationClass));
        }

        static Key ignored(String connection, String attribute) {
            return new Key(
                    connection,
                    Of.IGNORED,
                    attribute.length() > MAX_NAME ? attribute.substring(0, MAX_NAME) : attribute);
        }

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::connection)
                    .thenComparing(Key::of)
                    .thenComparing(Key::name)
                    .compare(this, other);
        }
    }

    /** By name. */
    Map<String, Long> of(String connection, Of of) {
        var counts = new TreeMap<String, Long>();
        Rows.entityManager(session)
                .createQuery(
                        "select c.name, c.amount from ScimCountEntity c where c.connectionId = :connection and c.kind = :kind",
                        Object[].class)
                .setParameter("connection", connection)
                .setParameter("kind", of.name())
                .getResultStream()
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    void add(Map<Key, Long> amounts) {
        amounts.forEach(this::add);
    }

    private void add(Key key, long amount) {
        // Names of attributes are whatever somebody sends: they must not fill the table.
        if (raise(key, amount)
                || (key.of() == Of.IGNORED && of(key.connection(), Of.IGNORED).size() >= MOST_IGNORED)) {
            return;
        }
        var isNew = Rows.insertIfAbsent(
                Rows.entityManager(session),
                "insert into KS_SCIM_COUNT (CONNECTION_ID, KIND, NAME, AMOUNT) select ID, ?, ?, ? from KS_SCIM_CONNECTION"
                        + " where ID = ?",
                key.of().name(),
                key.name(),
                amount,
                key.connection());
        if (!isNew) {
            raise(key, amount);
        }
    }

    private boolean raise(Key key, long amount) {
        return Rows.entityManager(session)
                        .createQuery("update ScimCountEntity c set c.amount = c.amount + :amount"
                                + " where c.connectionId = :connection and c.kind = :kind and c.name = :name")
                        .setParameter("amount", amount)
                        .setParameter("connection", key.connection())
                        .setParameter("kind", key.of().name())
                        .setParameter("name", key.name())
                        .executeUpdate()
                > 0;
    }
}

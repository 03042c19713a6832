package org.keysteward.kernel.keycloak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What a capability compiles from a realm's rows, held on each node: replaced when another node says that it changed,
 * and compared with the revision row every {@link #TRUST} in case the message was lost.
 */
public final class RealmSnapshots<T> {
    /** How long a snapshot is believed without a look at the revision row. */
    static final Duration TRUST = Duration.ofSeconds(5);

    // INVARIANT: revision is read before the rows, so a snapshot is never newer than it says.
    private record Held<T>(T value, long revision, Instant checked) {}

    private final String name;
    private final BiFunction<KeycloakSession, RealmModel, T> compile;
    private final ClusterMessages messages;
    private final Clock clock;
    private final Map<String, Held<T>> held = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    RealmSnapshots(
            String name, BiFunction<KeycloakSession, RealmModel, T> compile, ClusterMessages messages, Clock clock) {
        this.name = name;
        this.compile = compile;
        this.messages = messages;
        this.clock = clock;
    }

    public T of(KeycloakSession session, RealmModel realm) {
        if (changedHere(session, realm)) {
            return compile.apply(session, realm);
        }
        var now = clock.instant();
        var known = held.get(realm.getId());
        if (known != null && now.isBefore(known.checked().plus(TRUST))) {
            return known.value();
        }
        var seen = generation.get();
        var revision = revision(session, realm);
        var value = known != null && known.revision() == revision ? known.value() : compile.apply(session, realm);
        // A change that came in while the rows were read may not be in them: then nothing is kept.
        if (generation.get() == seen) {
            held.put(realm.getId(), new Held<>(value, revision, now));
        }
        return value;
    }

    /** To be called in the transaction that changes the rows: counts the revision up, and tells every node on commit. */
    public void changed(KeycloakSession session, RealmModel realm) {
        var realmId = realm.getId();
        var entityManager = Rows.entityManager(session);
        Rows.insertIfAbsent(
                entityManager,
                "insert into KS_REVISION (REALM_ID, SNAPSHOT, REVISION) values (?, ?, 0)",
                realmId,
                name);
        entityManager
                .createQuery("update RevisionEntity r set r.revision = r.revision + 1"
                        + " where r.realmId = :realm and r.name = :name")
                .setParameter("realm", realmId)
                .setParameter("name", name)
                .executeUpdate();
        session.setAttribute(changedAttribute(realm), true);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                forget(realmId);
                messages.send(new SnapshotChanged(name, realmId));
            }

            @Override
            protected void rollbackImpl() {
                // Nothing changed.
            }
        });
    }

    void forget(String realmId) {
        generation.incrementAndGet();
        held.remove(realmId);
    }

    private boolean changedHere(KeycloakSession session, RealmModel realm) {
        return session.getAttribute(changedAttribute(realm)) != null;
    }

    private String changedAttribute(RealmModel realm) {
        return "keysteward.changed." + name + "." + realm.getId();
    }

    private long revision(KeycloakSession session, RealmModel realm) {
        return Rows.entityManager(session)
                .createQuery(
                        "select r.revision from RevisionEntity r where r.realmId = :realm and r.name = :name",
                        Long.class)
                .setParameter("realm", realm.getId())
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }
}

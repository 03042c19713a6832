package org.keysteward.kernel.keycloak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What a capability compiles from rows of a realm or of one tenant, held on each node: replaced when another node says
 * that it changed, and compared with the revision row every {@link #TRUST} in case the message was lost.
 */
final class Snapshots<T> implements ClusterMessages.Listener {
    /** How long a snapshot is believed without a look at the revision row. */
    static final Duration TRUST = Duration.ofSeconds(5);

    /** How many are held; beyond, those go that nobody has asked for since they were last compared. */
    private static final int MAX_HELD = 20_000;

    /** Of which realm, and of which part of it; an empty text for the realm itself. */
    record Key(String realmId, String scope) {}

    private record Held<T>(T value, long revision, Instant checked) {
        boolean trusted(Instant now) {
            return now.isBefore(checked.plus(TRUST));
        }
    }

    private final String name;
    private final SnapshotCompiler<T> compiler;
    private final ClusterMessages messages;
    private final Clock clock;
    private final Map<Key, Held<T>> held = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    Snapshots(String name, SnapshotCompiler<T> compiler, ClusterMessages messages, Clock clock) {
        this.name = name;
        this.compiler = compiler;
        this.messages = messages;
        this.clock = clock;
    }

    T of(KeycloakSession session, RealmModel realm, String scope) {
        var key = new Key(realm.getId(), scope);
        if (session.getAttribute(changedAttribute(key)) != null) {
            return compiler.compile(session, realm, scope, rowName(scope)).value();
        }
        var now = clock.instant();
        var known = held.get(key);
        if (known != null && known.trusted(now)) {
            return known.value();
        }
        var seen = generation.get();
        var read = known != null && known.revision() == revision(session, key.realmId(), rowName(scope))
                ? new SnapshotCompiler.Compiled<>(known.value(), known.revision())
                : compiler.compile(session, realm, scope, rowName(scope));
        // A change that came in while the rows were read may not be in them: then nothing is kept.
        if (generation.get() == seen) {
            makeRoom(now);
            held.put(key, new Held<>(read.value(), read.revision(), now));
        }
        return read.value();
    }

    /**
     * To be called in the transaction that changes the rows, before it reads them where it decides on what it reads:
     * counts the revision up, so that of two that do so at once one waits for the other, and tells every node on
     * commit.
     */
    void changed(KeycloakSession session, RealmModel realm, String scope) {
        var key = new Key(realm.getId(), scope);
        RowLock.makeRow(session, key.realmId(), rowName(scope));
        Rows.entityManager(session)
                .createQuery("update RevisionEntity r set r.revision = r.revision + 1"
                        + " where r.realmId = :realm and r.name = :name")
                .setParameter("realm", key.realmId())
                .setParameter("name", rowName(scope))
                .executeUpdate();
        if (session.getAttribute(changedAttribute(key)) != null) {
            return;
        }
        session.setAttribute(changedAttribute(key), true);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                forget(key);
                messages.send(new SnapshotChanged(name, key.realmId(), key.scope()));
            }

            @Override
            protected void rollbackImpl() {
                // Nothing changed.
            }
        });
    }

    /**
     * Keeps whoever wants to change the rows waiting until this transaction ends.
     *
     * @param alone whether whoever else wants to hold them waits as well
     */
    void hold(KeycloakSession session, RealmModel realm, String scope, boolean alone) {
        RowLock.take(session, realm.getId(), rowName(scope), alone);
    }

    @Override
    public void forget(Key key) {
        generation.incrementAndGet();
        held.remove(key);
    }

    @Override
    public void forgetRealm(String realmId) {
        generation.incrementAndGet();
        held.keySet().removeIf(key -> key.realmId().equals(realmId));
    }

    private void makeRoom(Instant now) {
        if (held.size() < MAX_HELD) {
            return;
        }
        held.values().removeIf(one -> !one.trusted(now));
        if (held.size() >= MAX_HELD) {
            held.clear();
        }
    }

    private String changedAttribute(Key key) {
        return "keysteward.changed." + name + "." + key.realmId() + "." + key.scope();
    }

    private String rowName(String scope) {
        return scope.isEmpty() ? name : name + "/" + scope;
    }

    static long revision(KeycloakSession session, String realmId, String rowName) {
        return Rows.entityManager(session)
                .createQuery(
                        "select r.revision from RevisionEntity r where r.realmId = :realm and r.name = :name",
                        Long.class)
                .setParameter("realm", realmId)
                .setParameter("name", rowName)
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }
}

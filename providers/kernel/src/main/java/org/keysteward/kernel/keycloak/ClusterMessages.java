package org.keysteward.kernel.keycloak;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Tells other nodes what changed. A hung node makes a send wait for seconds, so sends have a thread of their own; a
 * message that is lost all the same is made up for by whoever holds what changed.
 */
final class ClusterMessages implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ClusterMessages.class);
    private static final String KEY = "keysteward-snapshot";
    private static final int MAX_WAITING = 10_000;

    /** Who remembers something that changes. */
    interface Listener {
        void forget(Snapshots.Key changed);

        void forgetRealm(String realmId);
    }

    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor sender = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(MAX_WAITING),
            task -> {
                var thread = new Thread(task, "keysteward-cluster-messages");
                thread.setDaemon(true);
                return thread;
            },
            (task, pool) -> LOG.warn("Too many cluster messages are waiting; other nodes will notice by themselves"));
    private volatile @Nullable KeycloakSessionFactory factory;

    void register(String name, Listener listener) {
        if (listeners.putIfAbsent(name, listener) != null) {
            throw new IllegalStateException("Two listeners are called " + name);
        }
    }

    void start(KeycloakSession session) {
        factory = session.getKeycloakSessionFactory();
        session.getProvider(ClusterProvider.class).registerListener(KEY, event -> {
            if (event instanceof SnapshotChanged changed) {
                forget(changed.snapshot, new Snapshots.Key(changed.realmId, changed.scope));
            }
        });
    }

    void send(SnapshotChanged message) {
        sender.execute(() -> sendNow(message));
    }

    void forgetRealm(String realmId) {
        listeners.values().forEach(listener -> listener.forgetRealm(realmId));
    }

    private void forget(String name, Snapshots.Key key) {
        var listener = listeners.get(name);
        if (listener != null) {
            listener.forget(key);
        }
    }

    private void sendNow(SnapshotChanged message) {
        var started = factory;
        if (started == null) {
            return;
        }
        try {
            KeycloakModelUtils.runJobInTransaction(
                    started,
                    session -> session.getProvider(ClusterProvider.class).notify(KEY, message, true));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Other nodes were not told that %s changed; they will notice by themselves", message.snapshot);
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }
}

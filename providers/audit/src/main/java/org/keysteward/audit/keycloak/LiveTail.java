package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Everybody who listens on this node: one thread reads for all of them, and holds nothing while there is nothing. */
final class LiveTail implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LiveTail.class);

    /** With the time until a record is sealed, everybody has it within a second or so. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    /** Of one caller, so that nobody takes the place of all others. */
    private static final int MOST_OF_ONE = 10;

    private final int mostConsumers;
    private final int eventsPerSecond;
    private final Clock clock;
    private final List<TailConsumer> consumers = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private @Nullable Thread thread;

    LiveTail(int mostConsumers, int eventsPerSecond, Clock clock) {
        this.mostConsumers = mostConsumers;
        this.eventsPerSecond = eventsPerSecond;
        this.clock = clock;
    }

    int eventsPerSecond() {
        return eventsPerSecond;
    }

    void start(KeycloakSessionFactory factory, ServerKeys keys) {
        var started = new Thread(() -> run(factory, keys), "keysteward-audit-tail");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    /** Whether there is room for one more of this caller. */
    synchronized boolean hasRoom(String actorId) {
        return consumers.size() < mostConsumers
                && consumers.stream()
                                .filter(consumer -> consumer.actorId().equals(actorId))
                                .count()
                        < MOST_OF_ONE;
    }

    /** @return false where there is no room any more */
    synchronized boolean add(TailConsumer consumer) {
        if (closed || !hasRoom(consumer.actorId())) {
            return false;
        }
        consumers.add(consumer);
        notifyAll();
        return true;
    }

    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
        consumers.forEach(TailConsumer::close);
    }

    private void run(KeycloakSessionFactory factory, ServerKeys keys) {
        while (!closed) {
            try {
                awaitSomebody();
                look(factory, keys);
                Thread.sleep(LOOK.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("The live tail of the audit trail could not be read; trying again", e);
                    pause();
                }
            }
        }
    }

    private synchronized void awaitSomebody() throws InterruptedException {
        while (consumers.isEmpty()) {
            wait();
        }
    }

    private void look(KeycloakSessionFactory factory, ServerKeys keys) {
        var now = clock.instant();
        for (var consumer : consumers) {
            if (consumer.isOver(now)) {
                end(consumer);
            } else {
                consumer.keepAlive(now);
            }
        }
        var byRealm = consumers.stream().collect(Collectors.groupingBy(TailConsumer::realm));
        byRealm.forEach((realm, listening) -> KeycloakModelUtils.runJobInTransaction(factory, session -> {
            var model = session.realms().getRealm(realm);
            if (model == null) {
                listening.forEach(this::end);
                return;
            }
            session.getContext().setRealm(model);
            Sql.in(session, sql -> {
                var end = ChainRow.find(sql, realm);
                if (end != null) {
                    advance(session, sql, keys, listening, end.seq(), now);
                }
                return listening.size();
            });
        }));
    }

    private void advance(
            KeycloakSession session, Sql sql, ServerKeys keys, List<TailConsumer> listening, long end, Instant now)
            throws SQLException {
        for (var consumer : listening) {
            try {
                consumer.advance(session, sql, keys, end, now);
            } catch (IllegalStateException e) {
                // It has hung up meanwhile.
                LOG.debug("A consumer of the live tail is gone", e);
                end(consumer);
            }
        }
    }

    private void end(TailConsumer consumer) {
        consumers.remove(consumer);
        consumer.close();
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

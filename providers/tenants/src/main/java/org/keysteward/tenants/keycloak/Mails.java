package org.keysteward.tenants.keycloak;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.kernel.keycloak.Rows;

/**
 * Sends the mails of invitations once those are committed. A mail waits in its invitation's row until it has gone, so
 * that none is lost with a node; after some attempts it is shown as failed.
 */
final class Mails implements AutoCloseable {
    static final int MAX_ATTEMPTS = 5;

    private static final Logger LOG = Logger.getLogger(Mails.class);
    private static final int BATCH = 50;
    private static final Duration FIRST_DELAY = Duration.ofMinutes(2);

    private final Clock clock = Clock.systemUTC();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "keysteward-mails");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable KeycloakSessionFactory factory;

    void start(KeycloakSessionFactory sessionFactory) {
        factory = sessionFactory;
    }

    /** Sends what this transaction has queued as soon as it is committed. */
    void sendAfterCommit(KeycloakSession session) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                wake();
            }

            @Override
            protected void rollbackImpl() {
                // Nothing was queued.
            }
        });
    }

    /** Sends whatever is due, until there is no more. */
    void send() {
        var sessions = factory;
        if (sessions == null) {
            return;
        }
        List<String> due;
        do {
            due = KeycloakModelUtils.runJobInTransactionWithResult(sessions, this::due);
            due.forEach(id -> send(sessions, id));
        } while (due.size() == BATCH && !Thread.currentThread().isInterrupted());
    }

    private void wake() {
        if (!waiting.compareAndSet(false, true)) {
            return;
        }
        try {
            worker.execute(() -> {
                waiting.set(false);
                sendAndLog();
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The server stops; another node or the next start sends what waits", e);
        }
    }

    private void sendAndLog() {
        try {
            send();
        } catch (RuntimeException e) {
            LOG.warn("Mails could not be sent; they are tried again within a minute", e);
        }
    }

    private List<String> due(KeycloakSession session) {
        return Rows.entityManager(session)
                .createQuery(
                        "select v.id from InvitationEntity v where v.mail = :queued and v.nextAttempt <= :now"
                                + " order by v.nextAttempt, v.id",
                        String.class)
                .setParameter("queued", InvitationEntity.Mail.QUEUED.name())
                .setParameter("now", clock.millis())
                .setMaxResults(BATCH)
                .getResultList();
    }

    private void send(KeycloakSessionFactory sessions, String id) {
        var mine = KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> claim(session, id));
        if (!mine) {
            return;
        }
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> new InvitationMail(session).send(id));
        } catch (RuntimeException e) {
            LOG.warnf(e, "The mail of invitation %s could not be sent", id);
            KeycloakModelUtils.runJobInTransaction(sessions, session -> giveUpIfTried(session, id));
        }
    }

    /** Another node may have seen the same row: whoever moves its next attempt sends it. */
    private boolean claim(KeycloakSession session, String id) {
        return Rows.entityManager(session)
                        .createQuery("update InvitationEntity v set v.attempts = v.attempts + 1,"
                                + " v.nextAttempt = :next * (v.attempts + 1) + :now"
                                + " where v.id = :id and v.mail = :queued and v.nextAttempt <= :now")
                        .setParameter("next", FIRST_DELAY.toMillis())
                        .setParameter("now", clock.millis())
                        .setParameter("id", id)
                        .setParameter("queued", InvitationEntity.Mail.QUEUED.name())
                        .executeUpdate()
                == 1;
    }

    private static void giveUpIfTried(KeycloakSession session, String id) {
        Rows.entityManager(session)
                .createQuery("update InvitationEntity v set v.mail = :failed"
                        + " where v.id = :id and v.mail = :queued and v.attempts >= :most")
                .setParameter("failed", InvitationEntity.Mail.FAILED.name())
                .setParameter("queued", InvitationEntity.Mail.QUEUED.name())
                .setParameter("id", id)
                .setParameter("most", MAX_ATTEMPTS)
                .executeUpdate();
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}

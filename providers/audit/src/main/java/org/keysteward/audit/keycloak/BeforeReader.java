package org.keysteward.audit.keycloak;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Reads what something looked like before the transaction that is about to change it: in a second transaction, which
 * takes a second connection. Were there no bound, a few hundred administrators at once would wait for each other's
 * connections for ever; so whoever does not get an answer in time goes without.
 */
final class BeforeReader implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BeforeReader.class);

    private final int atOnce;
    private final Duration most;
    private final ThreadPoolExecutor readers;

    /** What was there: nothing is an answer too. */
    record Before(@Nullable Object state) {}

    BeforeReader(int atOnce, Duration most) {
        this.atOnce = atOnce;
        this.most = most;
        this.readers =
                new ThreadPoolExecutor(0, Math.max(1, atOnce), 1, TimeUnit.MINUTES, new SynchronousQueue<>(), task -> {
                    var thread = new Thread(task, "keysteward-audit-before");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Empty where it could not be read within the bounds. */
    Optional<Before> read(KeycloakSessionFactory factory, String realmId, States.Subject subject) {
        if (atOnce == 0) {
            return unknown(subject, "none is to be read");
        }
        try {
            var reading = readers.submit(reading(factory, realmId, subject));
            try {
                return Optional.of(reading.get(most.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                reading.cancel(true);
                return unknown(subject, "it took longer than " + most.toMillis() + " ms");
            } catch (ExecutionException e) {
                return unknown(subject, String.valueOf(e.getCause()));
            }
        } catch (RejectedExecutionException e) {
            return unknown(subject, "too many are read at once");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown(subject, "the server stops");
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }

    private static Callable<Before> reading(KeycloakSessionFactory factory, String realmId, States.Subject subject) {
        return () -> KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            var realm = session.realms().getRealm(realmId);
            if (realm == null) {
                return new Before(null);
            }
            session.getContext().setRealm(realm);
            return new Before(States.of(session, realm, subject));
        });
    }

    private static Optional<Before> unknown(States.Subject subject, String why) {
        LOG.debugf("What a %s was before stays unknown: %s", subject.resourceType(), why);
        return Optional.empty();
    }
}

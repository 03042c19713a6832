package org.keysteward.audit.keycloak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.kernel.keycloak.HeldLease;

/**
 * Seals what waits in the inbox, on one node of the cluster at a time. The lease spares the others the work; that nothing
 * is sealed twice is up to the lock of the chain's row.
 */
final class Sealer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Sealer.class);

    /** Records of other nodes are noticed by looking. */
    private static final Duration LOOK = Duration.ofMillis(400);

    private static final Duration TERM = Duration.ofSeconds(5);
    private static final Duration PROLONGED = Duration.ofSeconds(2);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /** Records that are not signed yet are only as safe as the database. */
    static final Duration CHECKPOINT_EVERY = Duration.ofMinutes(1);

    private static final int ANCHORED_AT_ONCE = 1000;

    private final Sealing sealing;
    private final AnchorWriter anchor;
    private final Clock clock;
    private final HeldLease lease = new HeldLease("audit-sealer", TERM);
    private final Semaphore written = new Semaphore(0);
    private Instant heldSince = Instant.MIN;
    private volatile boolean closed;
    private @Nullable Thread thread;

    Sealer(Sealing sealing, AnchorWriter anchor, Clock clock) {
        this.sealing = sealing;
        this.anchor = anchor;
        this.clock = clock;
    }

    void start(KeycloakSessionFactory factory) {
        lease.make(factory);
        var started = new Thread(() -> run(factory), "keysteward-audit-sealer");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    /** Something of this node is there to be sealed, or will be in a moment. */
    void wake() {
        if (written.availablePermits() == 0) {
            written.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run(KeycloakSessionFactory factory) {
        while (!closed) {
            try {
                if (holds(factory)) {
                    act(factory, look(factory));
                    await(LOOK);
                } else {
                    await(AFTER_FAILURE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (closed) {
                    return;
                }
                LOG.errorf(e, "Audit records wait to be sealed; it is tried again in %s", AFTER_FAILURE);
                heldSince = Instant.MIN;
                pause();
            }
        }
    }

    /** What there is to do. */
    private record Work(List<String> unsealed, List<String> unsigned, List<CheckpointRows.Unanchored> unanchored) {}

    private Work look(KeycloakSessionFactory factory) {
        var due = clock.instant().minus(CHECKPOINT_EVERY);
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> new Work(
                        sealing.waiting(session),
                        sealing.unsigned(session, due),
                        Sql.in(session, sql -> CheckpointRows.unanchored(sql, ANCHORED_AT_ONCE))));
    }

    private void act(KeycloakSessionFactory factory, Work work) {
        sealAll(factory, work.unsealed());
        for (var realm : work.unsigned()) {
            KeycloakModelUtils.runJobInTransaction(factory, session -> sealing.checkpoint(session, realm));
        }
        anchorAll(factory, work.unanchored());
    }

    private boolean holds(KeycloakSessionFactory factory) {
        if (clock.instant().isBefore(heldSince.plus(PROLONGED))) {
            return true;
        }
        var now = clock.instant();
        var held = lease.hold(factory);
        heldSince = held ? now : Instant.MIN;
        return held;
    }

    private void sealAll(KeycloakSessionFactory factory, List<String> realms) {
        var full = !realms.isEmpty();
        while (full && holds(factory)) {
            full = false;
            // In turn, so that a realm with much to seal does not keep the others waiting.
            for (var realm : realms) {
                full |= seal(factory, realm) == Sealing.BATCH;
            }
        }
    }

    private int seal(KeycloakSessionFactory factory, String realm) {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> sealing.seal(session, realm));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Audit records of realm %s are sealed one by one: some of them cannot be", realm);
            sealOneByOne(factory, realm);
            return 0;
        }
    }

    /** One that cannot be sealed stays where it is, and keeps nobody else from it. */
    private void sealOneByOne(KeycloakSessionFactory factory, String realm) {
        var waiting =
                KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> sealing.waitingOf(session, realm));
        for (var id : waiting) {
            try {
                KeycloakModelUtils.runJobInTransaction(factory, session -> sealing.sealOne(session, realm, id));
            } catch (RuntimeException e) {
                LOG.errorf(e, "Audit record %s cannot be sealed; it is tried again", id);
            }
        }
    }

    private void anchorAll(KeycloakSessionFactory factory, List<CheckpointRows.Unanchored> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        anchor.write(waiting);
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> Sql.in(session, sql -> {
                    CheckpointRows.anchored(sql, waiting);
                    return waiting.size();
                }));
    }

    private void await(Duration most) throws InterruptedException {
        if (written.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            // What has woken us is being committed; a few may come together.
            Thread.sleep(20);
            written.drainPermits();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

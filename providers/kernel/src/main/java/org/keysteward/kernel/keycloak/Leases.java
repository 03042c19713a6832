package org.keysteward.kernel.keycloak;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.keycloak.connections.infinispan.InfinispanConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.scheduled.ScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/**
 * Runs each task on one node of the cluster at a time of the database's clock. Whoever moves the lease row forward
 * runs the task; the row is moved first, so a node that dies in the middle costs one run and no more.
 */
final class Leases implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Leases.class);

    private final List<LeasedTask> tasks;
    // A thread for each task that runs: a long deletion must not keep a suspension waiting.
    private final ExecutorService worker = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "keysteward-tasks");
        thread.setDaemon(true);
        return thread;
    });

    Leases(List<LeasedTask> tasks) {
        this.tasks = tasks;
    }

    void start(KeycloakSession session, Duration poll) {
        var factory = session.getKeycloakSessionFactory();
        var timer = session.getProvider(TimerProvider.class);
        for (var task : tasks) {
            Rows.insertIfAbsent(
                    Rows.entityManager(session), "insert into KS_LEASE (NAME, NEXT_RUN) values (?, 0)", task.name());
            timer.schedule(new ScheduledTaskRunner(factory, new Poll(factory, task)), poll.toMillis());
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    /** Keycloak has one timer thread: it only looks at the row, and the work is done elsewhere. */
    private final class Poll implements ScheduledTask {
        private final KeycloakSessionFactory factory;
        private final LeasedTask task;
        private final Semaphore idle = new Semaphore(1);

        Poll(KeycloakSessionFactory factory, LeasedTask task) {
            this.factory = factory;
            this.task = task;
        }

        @Override
        public String getTaskName() {
            return "keysteward-" + task.name();
        }

        @Override
        public void run(KeycloakSession session) {
            if (!idle.tryAcquire()) {
                return;
            }
            var handedOver = false;
            try {
                if (take(session)) {
                    worker.execute(this::work);
                    handedOver = true;
                }
            } finally {
                if (!handedOver) {
                    idle.release();
                }
            }
        }

        private boolean take(KeycloakSession session) {
            var entityManager = Rows.entityManager(session);
            var millis = Rows.databaseTime(session).toEpochMilli();
            return entityManager
                            .createQuery("update LeaseEntity l set l.nextRun = :next, l.owner = :owner"
                                    + " where l.name = :name and l.nextRun <= :now")
                            .setParameter("next", millis + task.every().toMillis())
                            .setParameter("owner", node(session))
                            .setParameter("name", task.name())
                            .setParameter("now", millis)
                            .executeUpdate()
                    == 1;
        }

        private void work() {
            try {
                task.work().accept(factory);
            } catch (RuntimeException e) {
                LOG.errorf(e, "Task %s failed; it is tried again in %s", task.name(), task.every());
            } finally {
                idle.release();
            }
        }

        private static String node(KeycloakSession session) {
            return String.valueOf(session.getProvider(InfinispanConnectionProvider.class)
                    .getNodeInfo()
                    .nodeName());
        }
    }
}

package org.keysteward.kernel.keycloak;

import java.time.Duration;
import java.util.UUID;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Work without a pause that one node of the cluster does at a time: whoever holds the lease, by the database's clock.
 * A node that dies loses it when it ends. What must not be done twice all the same needs a lock of its own: a node may
 * be held up for longer than its lease.
 */
public final class HeldLease {
    private final String name;
    private final Duration term;
    private final String holder = UUID.randomUUID().toString();

    public HeldLease(String name, Duration term) {
        this.name = name;
        this.term = term;
    }

    /** Makes the row that nodes meet at; to be called once at the start. */
    public void make(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> Rows.insertIfAbsent(
                        Rows.entityManager(session), "insert into KS_LEASE (NAME, NEXT_RUN) values (?, 0)", name));
    }

    /** Takes the lease or prolongs it; false while another node holds it. */
    public boolean hold(KeycloakSessionFactory factory) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            var now = Rows.databaseTime(session).toEpochMilli();
            return Rows.entityManager(session)
                            .createQuery("update LeaseEntity l set l.nextRun = :until, l.owner = :holder"
                                    + " where l.name = :name and (l.owner = :holder or l.nextRun <= :now)")
                            .setParameter("until", now + term.toMillis())
                            .setParameter("holder", holder)
                            .setParameter("name", name)
                            .setParameter("now", now)
                            .executeUpdate()
                    == 1;
        });
    }

    /** Gives the lease back, so that another node need not wait for its end. */
    public void release(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> Rows.entityManager(session)
                        .createQuery(
                                "update LeaseEntity l set l.nextRun = 0 where l.name = :name and l.owner = :holder")
                        .setParameter("name", name)
                        .setParameter("holder", holder)
                        .executeUpdate());
    }
}

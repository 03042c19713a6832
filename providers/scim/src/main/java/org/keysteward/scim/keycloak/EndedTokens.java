package org.keysteward.scim.keycloak;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.keysteward.scim.connection.ConnectionToken;

/** The last tokens of connections that were revoked, so that a source that goes on using one is seen in the health. */
final class EndedTokens {
    private static final int MOST_KEPT = 20;

    private final EntityManager entityManager;

    EndedTokens(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(ConnectionTokenEntity token, ConnectionEntity connection, long now) {
        entityManager.persist(new EndedTokenEntity(token, connection, now));
        entityManager.flush();
        entityManager
                .createQuery(
                        "select e from EndedTokenEntity e where e.connectionId = :connection order by e.endedAt desc, e.hash",
                        EndedTokenEntity.class)
                .setParameter("connection", connection.id())
                .setFirstResult(MOST_KEPT)
                .getResultList()
                .forEach(entityManager::remove);
    }

    /** The id of the connection whose token it was, at this address. */
    Optional<String> connection(ConnectionToken shown, String realmId, String tenantId) {
        return entityManager
                .createQuery(
                        "select e.connectionId from EndedTokenEntity e where e.hash = :hash and e.realmId = :realm"
                                + " and e.tenantId = :tenant",
                        String.class)
                .setParameter("hash", shown.hash())
                .setParameter("realm", realmId)
                .setParameter("tenant", tenantId)
                .getResultStream()
                .findFirst();
    }
}

package org.keysteward.scim.keycloak;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.UuidV7;
import org.keysteward.kernel.keycloak.Rows;

/** The last errors of connections. */
final class HealthErrors {
    private static final int MOST_KEPT = 100;
    private static final int MAX_DETAIL = 500;
    private static final UuidV7 IDS = new UuidV7(Clock.systemUTC());

    private final KeycloakSession session;

    HealthErrors(KeycloakSession session) {
        this.session = session;
    }

    /** The newest first. */
    List<ScimErrorEntity> of(String connection) {
        return Rows.entityManager(session)
                .createQuery(
                        "select e from ScimErrorEntity e where e.connectionId = :connection order by e.id desc",
                        ScimErrorEntity.class)
                .setParameter("connection", connection)
                .setMaxResults(MOST_KEPT)
                .getResultList();
    }

    void add(List<HealthError> errors) {
        var connections = new HashSet<String>();
        for (var error : errors) {
            // A connection that is gone meanwhile has no errors any more.
            Rows.insertIfAbsent(
                    Rows.entityManager(session),
                    "insert into KS_SCIM_ERROR (ID, CONNECTION_ID, OCCURRED_AT, REQUEST_ID, OPERATION, STATUS, SCIM_TYPE,"
                            + " DETAIL) select ?, ID, ?, ?, ?, ?, ?, ? from KS_SCIM_CONNECTION where ID = ?",
                    IDS.next().toString(),
                    error.at(),
                    error.requestId(),
                    error.operation(),
                    error.status(),
                    error.scimType() == null ? "" : error.scimType(),
                    error.detail().length() > MAX_DETAIL ? error.detail().substring(0, MAX_DETAIL) : error.detail(),
                    error.connection());
            connections.add(error.connection());
        }
        connections.forEach(this::forgetOld);
    }

    private void forgetOld(String connection) {
        var entityManager = Rows.entityManager(session);
        entityManager
                .createQuery(
                        "select e.id from ScimErrorEntity e where e.connectionId = :connection order by e.id desc",
                        String.class)
                .setParameter("connection", connection)
                .setFirstResult(MOST_KEPT)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .ifPresent(last -> entityManager
                        .createQuery(
                                "delete from ScimErrorEntity e where e.connectionId = :connection and e.id <= :last")
                        .setParameter("connection", connection)
                        .setParameter("last", last)
                        .executeUpdate());
    }
}

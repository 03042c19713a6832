package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.Limits;
import org.keysteward.tenants.SeatLimit;
import org.keysteward.tenants.SeatReservation;

/**
 * Seats of tenants. Whoever takes one first locks the tenant's license row, so that joins of one tenant come one after
 * the other, on every node; then it counts Keycloak's own rows, its own among them. There is no counter: Keycloak
 * deletes users in bulk and tells nobody.
 */
final class Seats {
    // What holds without a choice, the realm's default plan, is read in the same statement that takes the lock.
    private static final String LOCK = "select cast(l.LIMITS as varchar(4000)) as OVERRIDES,"
            + " case when l.PLAN_ID is null"
            + " then (select cast(d.LIMITS as varchar(4000)) from KS_PLAN d where d.REALM_ID = ?1 and d.PLAN_KEY = ?2)"
            + " else (select cast(p.LIMITS as varchar(4000)) from KS_PLAN p where p.ID = l.PLAN_ID) end as PLANNED"
            + " from KS_LICENSE l where l.TENANT_ID = ?3 for update";

    private final KeycloakSession session;
    private final EntityManager entityManager;

    Seats(KeycloakSession session) {
        this.session = session;
        this.entityManager = Rows.entityManager(session);
    }

    /**
     * Decides on a membership whose row is there already.
     *
     * @param groupId the organization's hidden group
     */
    SeatReservation reserve(String tenantId, String groupId) {
        var limit = lock(tenantId);
        return limit.seats().isEmpty() ? new SeatReservation.Granted() : limit.reserve(used(groupId));
    }

    /** Takes the tenant's lock until the transaction ends, making its row where there is none. */
    SeatLimit lock(String tenantId) {
        var rows = lockedRow(tenantId);
        if (rows.isEmpty()) {
            makeRow(tenantId);
            rows = lockedRow(tenantId);
        }
        var row = rows.get(0);
        var planned = row[1] == null ? Limits.NONE : Json.readLimits((String) row[1]);
        return new SeatLimit(
                planned.overriddenBy(Json.readLimits((String) row[0])).of(Limit.SEATS));
    }

    void makeRow(String tenantId) {
        Rows.insertIfAbsent(
                entityManager,
                "insert into KS_LICENSE (TENANT_ID, REALM_ID, LIMITS, VERSION, UPDATED_AT) values (?, ?, '{}', 0, 0)",
                tenantId,
                session.getContext().getRealm().getId());
    }

    long used(String groupId) {
        return count("select count(m.groupId) from UserGroupMembershipEntity m where m.groupId = :group", groupId)
                + count(
                        "select count(f.groupId) from FederatedUserGroupMembershipEntity f where f.groupId = :group",
                        groupId);
    }

    private long count(String query, String groupId) {
        return entityManager
                .createQuery(query, Long.class)
                .setParameter("group", groupId)
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> lockedRow(String tenantId) {
        var realm = session.getContext().getRealm();
        return entityManager
                .createNativeQuery(LOCK)
                .setParameter(1, realm.getId())
                .setParameter(2, new Plans(session).defaultKey())
                .setParameter(3, tenantId)
                .getResultList();
    }
}

package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.MemberChanges;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.MemberStatus;
import org.keysteward.tenants.Membership;
import org.keysteward.tenants.TenantRole;

/** Reads and writes who is what in which tenant. Keycloak's own rows say who is a member at all. */
final class Memberships {
    private static final String ALL = "";

    private final KeycloakSession session;
    private final EntityManager entityManager;

    Memberships(KeycloakSession session) {
        this.session = session;
        this.entityManager = Rows.entityManager(session);
    }

    Optional<Membership> find(String tenantId, String userId) {
        return entityManager
                .createQuery(
                        "select " + MembershipRows.ROLE + ", " + MembershipRows.STATUS + " from OrganizationEntity o"
                                + " left join MemberEntity k on k.tenantId = o.id and k.userId = :user"
                                + " where o.id = :tenant and not exists"
                                + " (select 1 from DeletionEntity x where x.tenantId = o.id)"
                                + " and " + MembershipRows.HAVE_THE_USER,
                        Object[].class)
                .setParameter("user", userId)
                .setParameter("tenant", tenantId)
                .getResultStream()
                .findFirst()
                .map(row -> membership((String) row[0], (String) row[1]));
    }

    /** An unknown role is the least one. */
    static Membership membership(String role, String status) {
        return new Membership(TenantRole.of(role).orElse(TenantRole.VIEWER), MemberStatus.of(status));
    }

    int give(String realmId, MemberEntity.Key key, TenantRole role) {
        return change(realmId, key, row -> row.give(role));
    }

    int set(String realmId, MemberEntity.Key key, MemberStatus status) {
        return change(realmId, key, row -> row.status(status));
    }

    private int change(String realmId, MemberEntity.Key key, Consumer<MemberEntity> change) {
        var row = entityManager.find(MemberEntity.class, key);
        if (row == null) {
            row = new MemberEntity(key, realmId);
            entityManager.persist(row);
        }
        change.accept(row);
        entityManager.flush();
        changed(key.tenantId(), key.userId());
        return row.version();
    }

    int version(MemberEntity.Key key) {
        var row = entityManager.find(MemberEntity.class, key);
        return row == null ? -1 : row.version();
    }

    /** Active owners of the tenant who are members still, but for this one. */
    long otherOwners(String tenantId, String userId) {
        return entityManager
                .createQuery(
                        "select count(k.userId) from MemberEntity k, OrganizationEntity o"
                                + " where o.id = k.tenantId and k.tenantId = :tenant and k.userId <> :except"
                                + " and k.role = :owner and k.status = :active"
                                + " and " + MembershipRows.HAVE_THE_ROWS_USER,
                        Long.class)
                .setParameter("tenant", tenantId)
                .setParameter("except", userId)
                .setParameter("owner", TenantRole.OWNER.key())
                .setParameter("active", MemberStatus.ACTIVE.key())
                .getSingleResult();
    }

    /** @return how many rows there were: one, or none */
    int forget(String tenantId, String userId) {
        changed(tenantId, userId);
        return entityManager
                .createQuery("delete from MemberEntity k where k.tenantId = :tenant and k.userId = :user")
                .setParameter("tenant", tenantId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    void forgetUser(String userId) {
        changed(ALL, userId);
        for (var entity : List.of("MemberEntity", "ActivityEntity")) {
            entityManager
                    .createQuery("delete from " + entity + " e where e.userId = :user")
                    .setParameter("user", userId)
                    .executeUpdate();
        }
    }

    void forgetTenant(String tenantId) {
        changed(tenantId, ALL);
        entityManager
                .createQuery("delete from MemberEntity k where k.tenantId = :tenant")
                .setParameter("tenant", tenantId)
                .executeUpdate();
    }

    void forgetRealm(String realmId) {
        entityManager
                .createQuery("delete from MemberEntity k where k.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    /** Rows whose membership went away without an event, as when a federation is unlinked. */
    int sweep() {
        return entityManager
                .createQuery("delete from MemberEntity k where not exists (select 1 from OrganizationEntity o"
                        + " where o.id = k.tenantId and " + MembershipRows.HAVE_THE_ROWS_USER + ")")
                .executeUpdate();
    }

    private void changed(String tenantId, String userId) {
        MemberChanges.of(session).tell(session, tenantId, userId);
    }
}

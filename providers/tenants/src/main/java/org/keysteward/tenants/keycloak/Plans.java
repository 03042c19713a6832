package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.RealmSetting;
import org.keysteward.kernel.keycloak.RealmSettings;
import org.keysteward.kernel.keycloak.Rows;

/** A realm's plans. */
final class Plans {
    static final RealmSetting DEFAULT_PLAN = new RealmSetting(
            "tenants.defaultPlan",
            "The plan of tenants for which nobody has chosen one, such as organizations made in Keycloak itself.",
            null,
            "the key of a plan of this realm, or nothing for no limits");

    static final RealmSetting PERSONAL_PLAN = new RealmSetting(
            "tenants.personalPlan",
            "The plan of the tenant that somebody gets as its owner who registers without an invitation.",
            null,
            "the key of a plan of this realm, or nothing for no such tenants");

    private final KeycloakSession session;
    private final EntityManager entityManager;
    private final String realmId;

    Plans(KeycloakSession session) {
        this.session = session;
        this.entityManager = Rows.entityManager(session);
        this.realmId = session.getContext().getRealm().getId();
    }

    Optional<PlanEntity> find(String key) {
        return entityManager
                .createQuery(
                        "select p from PlanEntity p where p.realmId = :realm and p.planKey = :key", PlanEntity.class)
                .setParameter("realm", realmId)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    Optional<PlanEntity> byId(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(entityManager.find(PlanEntity.class, id));
    }

    /** The key of the plan that holds where none was chosen; empty text for none. */
    String defaultKey() {
        var key = RealmSettings.of(session).get(DEFAULT_PLAN);
        return key == null ? "" : key;
    }

    Optional<PlanEntity> realmDefault() {
        var key = defaultKey();
        return key.isEmpty() ? Optional.empty() : find(key);
    }

    List<PlanEntity> after(String key, int count) {
        return entityManager
                .createQuery(
                        "select p from PlanEntity p where p.realmId = :realm and p.planKey > :after order by p.planKey",
                        PlanEntity.class)
                .setParameter("realm", realmId)
                .setParameter("after", key)
                .setMaxResults(count)
                .getResultList();
    }

    long tenantsOn(PlanEntity plan) {
        return entityManager
                .createQuery("select count(l.tenantId) from LicenseEntity l where l.planId = :plan", Long.class)
                .setParameter("plan", plan.id())
                .getSingleResult();
    }

    void add(PlanEntity plan) {
        entityManager.persist(plan);
        entityManager.flush();
    }

    void remove(PlanEntity plan) {
        entityManager.remove(plan);
        entityManager.flush();
    }
}

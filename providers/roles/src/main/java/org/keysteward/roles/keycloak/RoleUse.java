package org.keysteward.roles.keycloak;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.roles.EffectiveRole;
import org.keysteward.roles.RoleGraph;

/** Where a role is used: in the tenant that made it, and of a template in every tenant. */
final class RoleUse {
    private final RealmOrTenant place;
    private final EntityManager entityManager;

    RoleUse(RealmOrTenant place) {
        this.place = place;
        this.entityManager = Rows.entityManager(place.request().session());
    }

    /** Those that inherit it without another one between. */
    private List<String> heirs(RoleGraph graph, String key) {
        var heirs = new ArrayList<>(graph.heirs(key)
                .filter(heir -> heir.role().parents().contains(key))
                .map(EffectiveRole::key)
                .sorted()
                .toList());
        if (place.ofRealm()) {
            heirs.addAll(entityManager
                    .createQuery(
                            "select distinct r.roleKey from OwnRoleEntity r where r.realmId = :realm and r.tenantId <> :whole"
                                    + " and cast(r.parents as string) like :named",
                            String.class)
                    .setParameter("realm", place.realmId())
                    .setParameter("whole", RoleEntities.WHOLE_REALM)
                    .setParameter("named", "%\"" + key + "\"%")
                    .setMaxResults(10)
                    .getResultList());
        }
        return heirs;
    }

    /** @throws ProblemException where another role inherits it, or a rule, a mapping or a set of duties names it */
    void refuseNamed(RoleGraph graph, String key) {
        var heirs = heirs(graph, key);
        if (!heirs.isEmpty()) {
            throw RoleProblems.roleInherited(heirs);
        }
        refuseNamed("AssignmentRuleEntity", "an assignment rule", "x.roleKey = :key", key);
        refuseNamed("RoleMappingEntity", "a role mapping", "x.roleKey = :key", key);
        refuseNamed("DutySetEntity", "a set of duties", "cast(x.roles as string) like :key", "%\"" + key + "\"%");
    }

    private void refuseNamed(String entity, String what, String condition, String value) {
        // All but the value are constants of ours.
        var query = entityManager
                .createQuery(
                        "select count(x.id) from " + entity + " x where x.realmId = :realm and " + condition
                                + (place.ofRealm() ? "" : " and x.tenantId = :tenant"),
                        Long.class)
                .setParameter("realm", place.realmId())
                .setParameter("key", value);
        if (!place.ofRealm()) {
            query.setParameter("tenant", place.id());
        }
        if (query.getSingleResult() > 0) {
            throw RoleProblems.roleNamed(what);
        }
    }

    long assignments(String key) {
        var query = entityManager
                .createQuery(
                        "select count(a.id) from AssignmentEntity a where a.realmId = :realm and a.roleKey = :key"
                                + (place.ofRealm() ? "" : " and a.tenantId = :tenant"),
                        Long.class)
                .setParameter("realm", place.realmId())
                .setParameter("key", key);
        if (!place.ofRealm()) {
            query.setParameter("tenant", place.id());
        }
        return query.getSingleResult();
    }

    /** Who has the other role there already keeps that one assignment. */
    void reassign(String key, String to) {
        var ofTenant = place.ofRealm() ? "" : " and a.tenantId = :tenant";
        var doubled = entityManager
                .createQuery("delete from AssignmentEntity a where a.realmId = :realm and a.roleKey = :key" + ofTenant
                        + " and exists (select 1 from AssignmentEntity b where b.realmId = a.realmId"
                        + " and b.tenantId = a.tenantId and b.principalType = a.principalType"
                        + " and b.principalId = a.principalId and b.path = a.path and b.source = a.source"
                        + " and b.roleKey = :other)")
                .setParameter("realm", place.realmId())
                .setParameter("key", key)
                .setParameter("other", to);
        var moved = entityManager
                .createQuery("update AssignmentEntity a set a.roleKey = :other, a.version = a.version + 1"
                        + " where a.realmId = :realm and a.roleKey = :key" + ofTenant)
                .setParameter("realm", place.realmId())
                .setParameter("key", key)
                .setParameter("other", to);
        for (var statement : List.of(doubled, moved)) {
            if (!place.ofRealm()) {
                statement.setParameter("tenant", place.id());
            }
            statement.executeUpdate();
        }
        // Of a template, in every tenant.
        HeldRoles.changed(place.request().session(), place.id(), null);
    }
}

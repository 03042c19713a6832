package org.keysteward.roles.keycloak;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.roles.BuiltInRoles;
import org.keysteward.roles.DutySet;
import org.keysteward.roles.PermissionCatalogue;
import org.keysteward.roles.PermissionCatalogue.Reach;
import org.keysteward.roles.Role;
import org.keysteward.roles.RoleGraph;

/** The roles that are templates in every tenant of a realm, and what nobody may hold together in any. */
final class RealmRoles {
    static final String SNAPSHOT = "roles";

    private final List<Role> roles;
    private final Map<String, Reach> reach;
    private final List<DutySet> duties;
    private volatile @Nullable RoleGraph graph;

    private RealmRoles(List<Role> roles, Map<String, Reach> reach, List<DutySet> duties) {
        this.roles = List.copyOf(roles);
        this.reach = Map.copyOf(reach);
        this.duties = List.copyOf(duties);
    }

    static RealmRoles read(KeycloakSession session, RealmModel realm) {
        var entityManager = Rows.entityManager(session);
        var own = KernelFactory.of(session).catalogue();
        var roles = new ArrayList<>(BuiltInRoles.of(own));
        rows(entityManager, realm, RoleEntities.WHOLE_REALM).forEach(roles::add);
        var reach = new HashMap<String, Reach>();
        entityManager
                .createQuery(
                        "select p.permissionKey from RegisteredPermissionEntity p where p.realmId = :realm",
                        String.class)
                .setParameter("realm", realm.getId())
                .getResultList()
                .forEach(key -> reach.put(key, Reach.TENANT));
        own.forEach(
                permission -> reach.put(permission.key(), permission.reachesTenants() ? Reach.TENANT : Reach.REALM));
        return new RealmRoles(roles, reach, duties(entityManager, realm, RoleEntities.WHOLE_REALM));
    }

    /** As it would be with these roles, those that are built in beside them. */
    static RoleGraph graph(KeycloakSession session, Collection<Role> made, PermissionCatalogue catalogue) {
        var all = new ArrayList<>(BuiltInRoles.of(KernelFactory.of(session).catalogue()));
        all.addAll(made);
        return RoleGraph.of(all, catalogue);
    }

    static List<Role> rows(EntityManager entityManager, RealmModel realm, String tenantId) {
        return entityManager
                .createQuery(
                        "select r from OwnRoleEntity r where r.realmId = :realm and r.tenantId = :tenant",
                        OwnRoleEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("tenant", tenantId)
                .getResultStream()
                .map(OwnRoleEntity::role)
                .toList();
    }

    static List<DutySet> duties(EntityManager entityManager, RealmModel realm, String tenantId) {
        return entityManager
                .createQuery(
                        "select d from DutySetEntity d where d.realmId = :realm and d.tenantId = :tenant",
                        DutySetEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("tenant", tenantId)
                .getResultStream()
                .map(DutySetEntity::set)
                .toList();
    }

    /** @param open whether roles may give what nobody has registered */
    RoleGraph graph(boolean open) {
        var known = graph;
        if (known == null || known.catalogue().open() != open) {
            known = RoleGraph.of(roles, new PermissionCatalogue(reach, open));
            graph = known;
        }
        return known;
    }

    List<DutySet> duties() {
        return duties;
    }
}

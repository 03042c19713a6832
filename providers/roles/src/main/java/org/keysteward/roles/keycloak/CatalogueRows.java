package org.keysteward.roles.keycloak;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.Rows;

/** A realm's catalogue: our own permissions, and those that applications have registered. */
final class CatalogueRows {
    /** Of our own permissions. */
    static final String OWN_GROUP = "keysteward";

    private final KeycloakSession session;
    private final EntityManager entityManager;
    private final String realmId;

    CatalogueRows(KeycloakSession session) {
        this.session = session;
        this.entityManager = Rows.entityManager(session);
        this.realmId = session.getContext().getRealm().getId();
    }

    /**
     * In the order of their keys.
     *
     * @param search in lower case; what key or description contains
     * @param group empty for any
     * @param tenantsOnly whether what is realm administrators' alone is left out
     */
    List<PermissionView> after(String key, String search, String group, boolean tenantsOnly, int count) {
        var found = new ArrayList<PermissionView>();
        KernelFactory.of(session).catalogue().stream()
                .map(PermissionView::of)
                .filter(one -> !tenantsOnly || one.reach().equals(PermissionView.TENANT))
                .filter(one -> one.key().compareTo(key) > 0
                        && (group.isEmpty() || one.group().equals(group))
                        && (one.key().contains(search)
                                || one.description().toLowerCase(Locale.ROOT).contains(search)))
                .forEach(found::add);
        entityManager
                .createQuery(
                        "select p from RegisteredPermissionEntity p where p.realmId = :realm and p.permissionKey > :after"
                                + " and (:group = '' or p.group = :group)"
                                + " and (locate(:search, p.permissionKey) > 0 or locate(:search, lower(p.description)) > 0"
                                + " or :search = '') order by p.permissionKey",
                        RegisteredPermissionEntity.class)
                .setParameter("realm", realmId)
                .setParameter("after", key)
                .setParameter("group", group)
                .setParameter("search", search)
                .setMaxResults(count)
                .getResultStream()
                .map(PermissionView::of)
                .forEach(found::add);
        return found.stream()
                .sorted(Comparator.comparing(PermissionView::key))
                .limit(count)
                .toList();
    }

    boolean isOwn(String key) {
        return KernelFactory.of(session).catalogue().stream()
                .anyMatch(permission -> permission.key().equals(key));
    }

    long count() {
        return entityManager
                .createQuery("select count(p) from RegisteredPermissionEntity p where p.realmId = :realm", Long.class)
                .setParameter("realm", realmId)
                .getSingleResult();
    }

    Optional<RegisteredPermissionEntity> find(String key) {
        return Optional.ofNullable(
                entityManager.find(RegisteredPermissionEntity.class, new RegisteredPermissionEntity.Key(realmId, key)));
    }

    RegisteredPermissionEntity make(String key) {
        return new RegisteredPermissionEntity(new RegisteredPermissionEntity.Key(realmId, key));
    }

    /** How many roles give it by its key, in the realm and in tenants. */
    long rolesGiving(String key) {
        return entityManager
                .createQuery(
                        "select count(r.id) from OwnRoleEntity r where r.realmId = :realm"
                                + " and cast(r.grants as string) like :named",
                        Long.class)
                .setParameter("realm", realmId)
                .setParameter("named", "%\"" + key + "\"%")
                .getSingleResult();
    }
}

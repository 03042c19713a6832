package org.keysteward.roles.keycloak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.roles.Holdings;
import org.keysteward.tenants.TenantRole;

/**
 * Finds the people of a tenant who hold one of some roles. Where only a few can, these alone are looked at; where a role
 * comes with membership, by a group or by a rule, every member is.
 */
final class Holders {
    private static final int AT_ONCE = 200;

    private final KeycloakSession session;
    private final TenantRef tenant;
    private final HeldRoles held;
    private final Principals people;

    Holders(KeycloakSession session, TenantRef tenant) {
        this(session, tenant, new HeldRoles(session));
    }

    Holders(KeycloakSession session, TenantRef tenant, HeldRoles held) {
        this.session = session;
        this.tenant = tenant;
        this.held = held;
        this.people = new Principals(session);
    }

    /** Knows all who were looked at. */
    Principals people() {
        return people;
    }

    /** Ids of people who hold one of the roles anywhere and at any time. */
    List<String> of(Collection<String> roles, int count) {
        return find(
                roles,
                (id, holdings) -> holdings.assignments().stream().anyMatch(one -> roles.contains(one.role())),
                "",
                count);
    }

    /**
     * Ids of people, in their order.
     *
     * @param roles without one of which nobody is wanted
     * @param after the id behind which to begin
     */
    List<String> find(Collection<String> roles, BiPredicate<String, Holdings> wanted, String after, int count) {
        var found = new ArrayList<String>();
        if (roles.isEmpty()) {
            return found;
        }
        var everybody = roles.contains(TenantRole.MEMBER.key()) || ofGroupsOrRules(roles);
        var last = after;
        List<String> candidates;
        do {
            candidates = candidates(everybody, roles, last);
            if (candidates.isEmpty()) {
                return found;
            }
            people.know(candidates);
            var holdings = held.of(tenant, candidates);
            for (var id : candidates) {
                if (wanted.test(id, holdings.get(id))) {
                    found.add(id);
                    if (found.size() == count) {
                        return found;
                    }
                }
            }
            last = candidates.get(candidates.size() - 1);
        } while (candidates.size() == AT_ONCE);
        return found;
    }

    private List<String> candidates(boolean everybody, Collection<String> roles, String after) {
        var ids = new TreeSet<>(assigned(roles, after));
        if (everybody) {
            ids.addAll(new Members(session, tenant.id()).after(after, AT_ONCE));
        } else {
            ids.addAll(withBaseRole(roles, after));
        }
        return ids.stream().limit(AT_ONCE).toList();
    }

    private List<String> assigned(Collection<String> roles, String after) {
        return Rows.entityManager(session)
                .createQuery(
                        "select distinct a.principalId from AssignmentEntity a where a.realmId = :realm"
                                + " and a.tenantId in (:whole, :tenant) and a.roleKey in :roles"
                                + " and a.principalType in :people and a.principalId > :after order by a.principalId",
                        String.class)
                .setParameter("realm", session.getContext().getRealm().getId())
                .setParameter("whole", RoleEntities.WHOLE_REALM)
                .setParameter("tenant", tenant.id())
                .setParameter("roles", roles)
                .setParameter("people", List.of(PrincipalType.USER.key(), PrincipalType.SERVICE_ACCOUNT.key()))
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    private List<String> withBaseRole(Collection<String> roles, String after) {
        return Rows.entityManager(session)
                .createQuery(
                        "select k.userId from MemberEntity k where k.tenantId = :tenant and k.role in :roles"
                                + " and k.userId > :after order by k.userId",
                        String.class)
                .setParameter("tenant", tenant.id())
                .setParameter("roles", roles)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    private boolean ofGroupsOrRules(Collection<String> roles) {
        if (new RoleModel(session).rules(tenant.id()).stream().anyMatch(rule -> roles.contains(rule.role()))) {
            return true;
        }
        return Rows.entityManager(session)
                        .createQuery(
                                "select count(a.id) from AssignmentEntity a where a.realmId = :realm"
                                        + " and a.tenantId in (:whole, :tenant) and a.roleKey in :roles"
                                        + " and a.principalType in :groups",
                                Long.class)
                        .setParameter("realm", session.getContext().getRealm().getId())
                        .setParameter("whole", RoleEntities.WHOLE_REALM)
                        .setParameter("tenant", tenant.id())
                        .setParameter("roles", roles)
                        .setParameter("groups", PrincipalType.GROUPS)
                        .getSingleResult()
                > 0;
    }
}

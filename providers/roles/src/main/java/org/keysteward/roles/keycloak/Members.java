package org.keysteward.roles.keycloak;

import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.MemberStatus;
import org.keysteward.tenants.TenantRole;

/** Reads who is a member of a tenant, and as what: Keycloak's rows say who, those of tenants as what. */
final class Members {
    private static final String LOCAL =
            " from OrganizationEntity o join UserGroupMembershipEntity m on m.groupId = o.groupId"
                    + " left join MemberEntity k on k.tenantId = o.id and k.userId = m.user.id";
    private static final String FEDERATED =
            " from OrganizationEntity o join FederatedUserGroupMembershipEntity m on m.groupId = o.groupId"
                    + " left join MemberEntity k on k.tenantId = o.id and k.userId = m.userId";
    private static final String OF_TENANT = " where o.id = :tenant and coalesce(k.status, :active) = :active"
            + " and not exists (select 1 from DeletionEntity d where d.tenantId = o.id)";

    private final KeycloakSession session;
    private final String tenantId;

    Members(KeycloakSession session, String tenantId) {
        this.session = session;
        this.tenantId = tenantId;
    }

    /**
     * The user that Keycloak keeps, if it is an active member, with everything that was assigned to them and to groups;
     * in one statement, since most requests ask this. No parameter is a list, or the last argument of a function, which
     * might be one: Hibernate would translate the statement anew each time.
     */
    Optional<HeldRows> withAssignments(String userId) {
        var rows = ofTenant(Rows.entityManager(session)
                        .createQuery(
                                "select k.role, a" + LOCAL
                                        + " left join AssignmentEntity a on a.realmId = o.realmId"
                                        + " and a.tenantId in (:whole, o.id)"
                                        + " and (a.principalId = m.user.id or a.principalType = :organizationGroup or a.principalType = :realmGroup)"
                                        + OF_TENANT
                                        + " and m.user.id = :user order by a.id",
                                Object[].class))
                .setParameter("whole", RoleEntities.WHOLE_REALM)
                .setParameter("organizationGroup", PrincipalType.ORGANIZATION_GROUP.key())
                .setParameter("realmGroup", PrincipalType.REALM_GROUP.key())
                .setParameter("user", userId)
                .getResultList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(HeldRows.of(
                        role((String) rows.get(0)[0]),
                        rows.stream()
                                .map(row -> (AssignmentEntity) row[1])
                                .filter(Objects::nonNull)
                                .map(HeldRows.Assigned::of)
                                .toList()));
    }

    /** The roles of those among these who are active members, by id. */
    Map<String, String> roles(Collection<String> userIds) {
        var roles = new HashMap<String, String>();
        for (var source : List.of(
                "select m.user.id, k.role" + LOCAL + OF_TENANT + " and m.user.id in :users",
                "select m.userId, k.role" + FEDERATED + OF_TENANT + " and m.userId in :users")) {
            var federated = source.startsWith("select m.userId");
            if (federated && roles.size() == userIds.size()) {
                continue;
            }
            ofTenant(Rows.entityManager(session).createQuery(source, Object[].class))
                    .setParameter("users", userIds)
                    .getResultList()
                    .forEach(row -> roles.put((String) row[0], role((String) row[1])));
        }
        return roles;
    }

    /** Ids of active members in their order, behind this one. */
    List<String> after(String userId, int count) {
        var ids = new TreeSet<String>();
        for (var source : List.of(
                "select m.user.id" + LOCAL + OF_TENANT + " and m.user.id > :after order by m.user.id",
                "select m.userId" + FEDERATED + OF_TENANT + " and m.userId > :after order by m.userId")) {
            ids.addAll(ofTenant(Rows.entityManager(session).createQuery(source, String.class))
                    .setParameter("after", userId)
                    .setMaxResults(count)
                    .getResultList());
        }
        return new ArrayList<>(ids).subList(0, Math.min(count, ids.size()));
    }

    private <T> TypedQuery<T> ofTenant(TypedQuery<T> query) {
        return query.setParameter("tenant", tenantId).setParameter("active", MemberStatus.ACTIVE.key());
    }

    /** Who was given none is a member; an unknown role is the least one. */
    private static String role(@Nullable String key) {
        return key == null
                ? TenantRole.MEMBER.key()
                : TenantRole.of(key).orElse(TenantRole.VIEWER).key();
    }
}

package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.MemberStatus;
import org.keysteward.tenants.TenantRole;

/** Reads a tenant's members: those that Keycloak keeps, by name, and then those of federations, by id. */
final class MemberQuery {
    private static final String LOCAL = "select u.id, u.username, u.email, u.firstName, u.lastName,"
            + " coalesce(k.role, :role), coalesce(k.status, :status), m.membershipType"
            + " from OrganizationEntity o join UserGroupMembershipEntity m on m.groupId = o.groupId join m.user u"
            + " left join MemberEntity k on k.tenantId = o.id and k.userId = u.id where o.id = :tenant";
    private static final String FEDERATED = "select f.userId, coalesce(k.role, :role), coalesce(k.status, :status)"
            + " from OrganizationEntity o join FederatedUserGroupMembershipEntity f on f.groupId = o.groupId"
            + " left join MemberEntity k on k.tenantId = o.id and k.userId = f.userId where o.id = :tenant";

    /** Where a page starts. */
    record Position(boolean federated, String after) {
        static final Position START = new Position(false, "");

        static Position of(String text) {
            return new Position(text.startsWith("f"), text.substring(1));
        }

        static Position behind(MemberView member, boolean federated) {
            return new Position(federated, federated ? member.id() : member.username());
        }

        @Override
        public String toString() {
            return (federated ? "f" : "l") + after;
        }
    }

    /** A member, and where it stands in the list. */
    record Listed(MemberView view, boolean federated) {
        String position() {
            return Position.behind(view, federated).toString();
        }
    }

    private final KeycloakSession session;
    private final EntityManager entityManager;
    private final String tenantId;

    MemberQuery(KeycloakSession session, String tenantId) {
        this.session = session;
        this.entityManager = Rows.entityManager(session);
        this.tenantId = tenantId;
    }

    List<Listed> page(Position position, int count) {
        var page = new ArrayList<Listed>();
        if (!position.federated()) {
            local(" and u.username > :key order by u.username", position.after(), count)
                    .forEach(view -> page.add(new Listed(view, false)));
        }
        if (page.size() < count) {
            var after = position.federated() ? position.after() : "";
            federated(" and f.userId > :key order by f.userId", after, count - page.size())
                    .forEach(view -> page.add(new Listed(view, true)));
        }
        return page;
    }

    Optional<MemberView> one(String userId) {
        return Stream.concat(local(" and u.id = :key", userId, 1), federated(" and f.userId = :key", userId, 1))
                .findFirst();
    }

    private Stream<MemberView> local(String condition, String key, int count) {
        return query(LOCAL + condition, key, count)
                .map(row -> new MemberView(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (String) row[6],
                        String.valueOf(row[7]).toLowerCase(Locale.ROOT)));
    }

    private Stream<MemberView> federated(String condition, String key, int count) {
        return query(FEDERATED + condition, key, count)
                .map(row -> federated((String) row[0], (String) row[1], (String) row[2]));
    }

    /** Their names are where their provider keeps them; one that does not answer leaves the id. */
    private MemberView federated(String userId, String role, String status) {
        var user = session.users().getUserById(session.getContext().getRealm(), userId);
        return new MemberView(
                userId,
                user == null ? userId : user.getUsername(),
                user == null ? null : user.getEmail(),
                user == null ? null : user.getFirstName(),
                user == null ? null : user.getLastName(),
                role,
                status,
                "unmanaged");
    }

    private Stream<Object[]> query(String query, String key, int count) {
        return entityManager
                .createQuery(query, Object[].class)
                .setParameter("role", TenantRole.MEMBER.key())
                .setParameter("status", MemberStatus.ACTIVE.key())
                .setParameter("tenant", tenantId)
                .setParameter("key", key)
                .setMaxResults(count)
                .getResultList()
                .stream();
    }
}

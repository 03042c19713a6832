package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.MemberStatus;
import org.keysteward.tenants.TenantRole;

/** Reads a tenant's members: those that Keycloak keeps, by name, and then those of federations, by id. */
final class MemberQuery {
    private static final String LOCAL = "select u.id, u.username, u.email, u.firstName, u.lastName,"
            + " " + MembershipRows.ROLE + ", " + MembershipRows.STATUS + ", m.membershipType"
            + " from OrganizationEntity o join UserGroupMembershipEntity m on m.groupId = o.groupId join m.user u"
            + " left join MemberEntity k on k.tenantId = o.id and k.userId = u.id where o.id = :tenant";
    private static final String FEDERATED = "select f.userId, " + MembershipRows.ROLE + ", " + MembershipRows.STATUS
            + " from OrganizationEntity o join FederatedUserGroupMembershipEntity f on f.groupId = o.groupId"
            + " left join MemberEntity k on k.tenantId = o.id and k.userId = f.userId where o.id = :tenant";

    private static final Filter ANYONE = new Filter(null, null, null, null);

    /** What is asked for; null for anything. */
    record Filter(
            @Nullable String search,
            @Nullable String role,
            @Nullable String status,
            @Nullable String type) {
        private static final int MAX_SEARCH = 255;

        static Filter of(
                @Nullable String search, @Nullable String role, @Nullable String status, @Nullable String type) {
            var errors = new FieldErrors();
            if (search != null && search.length() > MAX_SEARCH) {
                errors.add("?search", "At most " + MAX_SEARCH + " characters can be searched for.");
            }
            if (role != null && TenantRole.of(role).isEmpty()) {
                errors.add("?role", "A role is owner, admin, member or viewer.");
            }
            if (status != null
                    && Arrays.stream(MemberStatus.values())
                            .noneMatch(one -> one.key().equals(status))) {
                errors.add("?status", "A status is active or suspended.");
            }
            if (type != null && !type.equals("managed") && !type.equals("unmanaged")) {
                errors.add("?membershipType", "A membership is managed or unmanaged.");
            }
            errors.problem().ifPresent(problem -> {
                throw new ProblemException(problem);
            });
            return new Filter(search == null || search.isBlank() ? null : search.strip(), role, status, type);
        }

        private String local() {
            return (search == null
                            ? ""
                            : " and (lower(u.username) like :search escape '!' or lower(u.email) like :search escape"
                                    + " '!' or lower(u.firstName) like :search escape '!'"
                                    + " or lower(u.lastName) like :search escape '!')")
                    + common()
                    + (type == null ? "" : " and m.membershipType = :type");
        }

        private String federated() {
            return (search == null ? "" : " and f.userId = :search") + common();
        }

        private String common() {
            return (role == null ? "" : " and " + MembershipRows.ROLE + " = :wantedRole")
                    + (status == null ? "" : " and " + MembershipRows.STATUS + " = :wantedStatus");
        }
    }

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

    List<Listed> page(Filter filter, Position position, int count) {
        var page = new ArrayList<Listed>();
        if (!position.federated()) {
            local(filter, " and u.username > :key order by u.username", position.after(), count)
                    .forEach(view -> page.add(new Listed(view, false)));
        }
        if (page.size() < count && !"managed".equals(filter.type())) {
            var after = position.federated() ? position.after() : "";
            federated(filter, " and f.userId > :key order by f.userId", after, count - page.size())
                    .forEach(view -> page.add(new Listed(view, true)));
        }
        return page;
    }

    Optional<MemberView> one(String userId) {
        return Stream.concat(
                        local(ANYONE, " and u.id = :key", userId, 1),
                        federated(ANYONE, " and f.userId = :key", userId, 1))
                .findFirst();
    }

    private Stream<MemberView> local(Filter filter, String condition, String key, int count) {
        var query = query(LOCAL + filter.local() + condition, filter, key, count);
        if (filter.search() != null) {
            query.setParameter("search", TenantQuery.pattern(filter.search()));
        }
        if (filter.type() != null) {
            query.setParameter("type", filter.type().toUpperCase(Locale.ROOT));
        }
        return query.getResultList().stream()
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

    private Stream<MemberView> federated(Filter filter, String condition, String key, int count) {
        var query = query(FEDERATED + filter.federated() + condition, filter, key, count);
        if (filter.search() != null) {
            query.setParameter("search", filter.search());
        }
        return query.getResultList().stream().map(row -> federated((String) row[0], (String) row[1], (String) row[2]));
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

    private TypedQuery<Object[]> query(String text, Filter filter, String key, int count) {
        var query = entityManager
                .createQuery(text, Object[].class)
                .setParameter("tenant", tenantId)
                .setParameter("key", key)
                .setMaxResults(count);
        if (filter.role() != null) {
            query.setParameter("wantedRole", filter.role());
        }
        if (filter.status() != null) {
            query.setParameter("wantedStatus", filter.status());
        }
        return query;
    }
}

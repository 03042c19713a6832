package org.keysteward.roles.keycloak;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.roles.Assignment;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.RoleMapping;
import org.keysteward.roles.Validity;

/** Makes somebody's assignments what their groups in another directory say: no more, and no less. */
final class MappedRoles {
    private final KeycloakSession session;
    private final TenantRef tenant;
    private final RoleModel model;
    private final Gifts gifts;

    MappedRoles(KeycloakSession session, TenantRef tenant) {
        this.session = session;
        this.tenant = tenant;
        this.model = new RoleModel(session);
        this.gifts = new Gifts(session, tenant);
    }

    /**
     * Gives what these groups give, and takes what the same directory gave before.
     *
     * @param directory who tells of the groups: an identity provider's alias
     */
    void follow(String userId, RoleMapping.Source source, String directory, Collection<String> groups) {
        var origin = source == RoleMapping.Source.SCIM ? Assignment.Source.SCIM : Assignment.Source.IDP;
        var wanted = wanted(source, directory, groups);
        if (wanted.equals(places(given(userId, origin, directory)))) {
            return;
        }
        // Two sign-ins of one person at once give the same once; who changes nothing waits for nobody.
        model.lock(tenant.id());
        var missing = new TreeSet<>(wanted);
        for (var row : given(userId, origin, directory)) {
            if (!missing.remove(Place.of(row.assignment()))) {
                remove(row);
                gifts.record("role.unassigned", userId, row.assignment(), AuditEntry.Outcome.SUCCESS);
            }
        }
        Rows.entityManager(session).flush();
        missing.forEach(place -> gifts.give(userId, place.assignment(origin, directory)));
    }

    /** Takes from everybody what the directory gave. */
    void withdraw(Assignment.Source source, String directory) {
        if (given(source, directory).isEmpty()) {
            return;
        }
        model.lock(tenant.id());
        for (var row : given(source, directory)) {
            remove(row);
            gifts.record("role.unassigned", row.principal().id(), row.assignment(), AuditEntry.Outcome.SUCCESS);
        }
        Rows.entityManager(session).flush();
    }

    /** Nobody has more or less than before: only who takes it away is another one. */
    void handOver(Assignment.Source source, String from, String to) {
        model.lock(tenant.id());
        var there = given(source, to).stream().map(MappedRoles::gift).collect(Collectors.toSet());
        for (var row : given(source, from)) {
            if (there.contains(gift(row))) {
                remove(row);
            } else {
                row.detail(to);
                HeldRoles.changed(session, row.tenantId(), row.principal());
            }
        }
        Rows.entityManager(session).flush();
    }

    private void remove(AssignmentEntity row) {
        Rows.entityManager(session).remove(row);
        HeldRoles.changed(session, row.tenantId(), row.principal());
    }

    private record Gift(Principal to, Place place) {}

    private static Gift gift(AssignmentEntity row) {
        return new Gift(row.principal(), Place.of(row.assignment()));
    }

    /** A role, and where it holds. */
    private record Place(String role, AssignmentPath path) implements Comparable<Place> {
        static Place of(Assignment assignment) {
            return new Place(assignment.role(), assignment.path());
        }

        Assignment assignment(Assignment.Source source, String directory) {
            return new Assignment(null, role, Assignment.Reach.TENANT, path, Validity.ALWAYS, source, directory);
        }

        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::role).thenComparing(Place::path).compare(this, other);
        }
    }

    private Set<Place> wanted(RoleMapping.Source source, String directory, Collection<String> groups) {
        var provider = source == RoleMapping.Source.SCIM ? null : directory;
        return RoleMapping.deciding(model.mappings(tenant.id()), source, provider, groups).stream()
                .map(mapping -> new Place(mapping.role(), mapping.path()))
                .collect(Collectors.toSet());
    }

    private static Set<Place> places(Collection<AssignmentEntity> rows) {
        return rows.stream().map(row -> Place.of(row.assignment())).collect(Collectors.toSet());
    }

    private List<AssignmentEntity> given(Assignment.Source source, String directory) {
        return Rows.entityManager(session)
                .createQuery(
                        "select a from AssignmentEntity a where a.tenantId = :tenant and a.source = :source"
                                + " and a.detail = :directory",
                        AssignmentEntity.class)
                .setParameter("tenant", tenant.id())
                .setParameter("source", source.key())
                .setParameter("directory", directory)
                .getResultList();
    }

    private List<AssignmentEntity> given(String userId, Assignment.Source source, String directory) {
        return Rows.entityManager(session)
                .createQuery(
                        "select a from AssignmentEntity a where a.tenantId = :tenant and a.principalId = :user"
                                + " and a.source = :source and a.detail = :directory",
                        AssignmentEntity.class)
                .setParameter("tenant", tenant.id())
                .setParameter("user", userId)
                .setParameter("source", source.key())
                .setParameter("directory", directory)
                .getResultList();
    }
}

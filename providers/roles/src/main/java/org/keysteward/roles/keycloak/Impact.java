package org.keysteward.roles.keycloak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.roles.Assignment;
import org.keysteward.roles.Difference;
import org.keysteward.roles.EffectiveRole;
import org.keysteward.roles.Holdings;
import org.keysteward.roles.RoleGraph;

/** Says who gains and loses what when a role becomes another one. Looks at a bounded number of people. */
final class Impact {
    private static final int MOST_PEOPLE = 1000;

    private final RealmOrTenant place;
    private final KeycloakSession session;
    private final RoleModel model;
    private final HeldRoles held;

    Impact(RealmOrTenant place) {
        this.place = place;
        this.session = place.request().session();
        this.model = new RoleModel(session);
        this.held = new HeldRoles(session);
    }

    /** @param after all roles of the realm or the tenant as they would be */
    ImpactView of(String key, RoleGraph after) {
        return collect(key, (tenant, before) -> {
            var graph = place.ofRealm() ? model.onTemplates(tenant.id(), after) : after;
            return Holdings.of(graph, before.assignments());
        });
    }

    ImpactView ofDeleting(String key, @Nullable String reassignTo) {
        return collect(
                key,
                (tenant, before) -> Holdings.of(
                        model.graph(tenant.id()),
                        before.assignments().stream()
                                .flatMap(assignment -> without(assignment, key, reassignTo).stream())
                                .toList()));
    }

    private interface Change {
        Holdings after(TenantRef tenant, Holdings before);
    }

    private ImpactView collect(String key, Change change) {
        var people = holders(key);
        var gains = new ArrayList<ImpactView.Of>();
        var losses = new ArrayList<ImpactView.Of>();
        var affected = 0;
        for (var entry : people.entrySet()) {
            var tenant = entry.getKey();
            for (var one : held.of(tenant, entry.getValue()).entrySet()) {
                var difference = Difference.between(one.getValue(), change.after(tenant, one.getValue()), place.now());
                if (!difference.isNothing()) {
                    affected++;
                    add(gains, one.getKey(), tenant, difference.gains());
                    add(losses, one.getKey(), tenant, difference.losses());
                }
            }
        }
        var looked = people.values().stream().mapToInt(Collection::size).sum();
        return new ImpactView(gains, losses, affected, looked >= MOST_PEOPLE);
    }

    private void add(List<ImpactView.Of> to, String userId, TenantRef tenant, Collection<String> permissions) {
        if (permissions.isEmpty()) {
            return;
        }
        var user = session.users().getUserById(place.request().realm(), userId);
        to.add(new ImpactView.Of(
                userId,
                user == null ? null : user.getUsername(),
                place.ofRealm() ? tenant.alias() : null,
                List.copyOf(permissions)));
    }

    private static List<Assignment> without(Assignment assignment, String key, @Nullable String other) {
        if (!assignment.role().equals(key)) {
            return List.of(assignment);
        }
        return other == null
                ? List.of()
                : List.of(new Assignment(
                        assignment.id(),
                        other,
                        assignment.reach(),
                        assignment.path(),
                        assignment.validity(),
                        assignment.source(),
                        assignment.detail()));
    }

    /** People who have the role or one that inherits it, by tenant. */
    private Map<TenantRef, List<String>> holders(String key) {
        var people = new TreeMap<TenantRef, List<String>>(Comparator.comparing(TenantRef::id));
        if (!place.ofRealm()) {
            var tenant = place.existingTenant();
            people.put(tenant, new Holders(session, tenant).of(bearing(model.graph(tenant.id()), key), MOST_PEOPLE));
            return people;
        }
        var left = MOST_PEOPLE;
        for (var tenantId : tenantsWith(key)) {
            var organization = session.getProvider(OrganizationProvider.class).getById(tenantId);
            if (organization == null || left <= 0) {
                continue;
            }
            var tenant = TenantDirectory.ref(organization);
            var found = new Holders(session, tenant).of(bearing(model.graph(tenantId), key), left);
            left -= found.size();
            people.put(tenant, found);
        }
        return people;
    }

    private static List<String> bearing(RoleGraph graph, String key) {
        var keys = graph.heirs(key).map(EffectiveRole::key).collect(Collectors.toCollection(ArrayList::new));
        keys.add(key);
        return keys;
    }

    /** Tenants in which somebody has the role, or one of a tenant's own is made of it. */
    private List<String> tenantsWith(String key) {
        var keys = bearing(model.graph(), key);
        return Rows.entityManager(session)
                .createQuery(
                        "select o.id from OrganizationEntity o where o.realmId = :realm and (exists (select 1 from"
                                + " AssignmentEntity a where a.realmId = :realm and a.roleKey in :keys"
                                + " and a.tenantId in (:whole, o.id)) or exists (select 1 from OwnRoleEntity r"
                                + " where r.tenantId = o.id and cast(r.parents as string) like :named)"
                                + " or exists (select 1 from AssignmentRuleEntity u where u.tenantId = o.id"
                                + " and u.roleKey in :keys)) order by o.id",
                        String.class)
                .setParameter("realm", place.realmId())
                .setParameter("keys", keys)
                .setParameter("whole", RoleEntities.WHOLE_REALM)
                .setParameter("named", "%\"" + key + "\"%")
                .setMaxResults(MOST_PEOPLE)
                .getResultList();
    }
}

package org.keysteward.roles.keycloak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.roles.Assignment;
import org.keysteward.roles.AssignmentRule;
import org.keysteward.roles.DutySet;
import org.keysteward.roles.Holdings;
import org.keysteward.roles.RoleGraph;

/**
 * Reads what somebody holds in a tenant: from rows each time, so that it is never out of date on any node. Once for a
 * person, a tenant and a session.
 *
 * <p>Only active members hold what the tenant gives. What the realm gives in every tenant needs no membership, and
 * neither does what a service account was assigned.
 */
final class HeldRoles {
    private static final String KNOWN = "keysteward.heldRoles";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RoleModel model;
    private final boolean separating;

    HeldRoles(KeycloakSession session) {
        this(session, true);
    }

    private HeldRoles(KeycloakSession session, boolean separating) {
        this.session = session;
        this.separating = separating;
        this.realm = session.getContext().getRealm();
        this.model = new RoleModel(session);
    }

    /** With what groups and rules would give, and do not since duties must stay apart. */
    static HeldRoles unseparated(KeycloakSession session) {
        return new HeldRoles(session, false);
    }

    /** To be called by whoever changes what somebody holds. */
    static void forget(KeycloakSession session) {
        session.removeAttribute(KNOWN);
    }

    /** Known for the rest of the session once it was asked for. */
    Holdings of(TenantRef tenant, String userId) {
        var known = known();
        var key = List.of(realm.getId(), tenant.id(), userId);
        var held = known.get(key);
        if (held == null) {
            held = read(tenant, userId);
            known.put(key, held);
        }
        return held;
    }

    private Holdings read(TenantRef tenant, String userId) {
        var graph = model.graph(tenant.id());
        return new Members(session, tenant.id())
                .withAssignments(userId)
                .map(member -> Holdings.of(graph, ofMember(tenant, userId, member, graph)))
                .orElseGet(() -> of(tenant, List.of(userId), graph).getOrDefault(userId, Holdings.none(graph)));
    }

    private List<Assignment> ofMember(TenantRef tenant, String userId, Members.Member member, RoleGraph graph) {
        return ofMember(
                tenant,
                userId,
                member.role(),
                member.assignments().stream()
                        .filter(row -> !row.principal().type().group())
                        .toList(),
                member.assignments().stream()
                        .filter(row -> row.principal().type().group())
                        .toList(),
                graph);
    }

    /** The same of many, by id: each of them is there. */
    Map<String, Holdings> of(TenantRef tenant, Collection<String> userIds) {
        return of(tenant, userIds, model.graph(tenant.id()));
    }

    /** What they would hold if roles were others. */
    Map<String, Holdings> of(TenantRef tenant, Collection<String> userIds, RoleGraph graph) {
        var bases = new Members(session, tenant.id()).roles(userIds);
        var rows = rows(tenant, userIds);
        var ofGroups =
                rows.stream().filter(row -> row.principal().type().group()).toList();
        var ofPeople = rows.stream()
                .filter(row -> !row.principal().type().group())
                .collect(Collectors.groupingBy(row -> row.principal().id()));
        var holdings = new HashMap<String, Holdings>();
        for (var userId : userIds) {
            var own = ofPeople.getOrDefault(userId, List.of());
            var base = bases.get(userId);
            var held = base == null ? ofStranger(tenant, own) : ofMember(tenant, userId, base, own, ofGroups, graph);
            holdings.put(userId, Holdings.of(graph, held));
        }
        return holdings;
    }

    private List<Assignment> ofMember(
            TenantRef tenant,
            String userId,
            String base,
            List<AssignmentEntity> own,
            List<AssignmentEntity> ofGroups,
            RoleGraph graph) {
        var held = new ArrayList<Assignment>();
        held.add(Assignment.ofMembership(base));
        own.stream().map(AssignmentEntity::assignment).forEach(held::add);
        var rules = model.rules(tenant.id());
        if (ofGroups.isEmpty() && rules.isEmpty()) {
            return held;
        }
        var user = session.users().getUserById(realm, userId);
        if (user == null) {
            return List.of();
        }
        var derived = new ArrayList<Assignment>();
        derived.addAll(ofGroups(ofGroups, user, tenant));
        derived.addAll(ofRules(rules, user, tenant));
        addUnlessTogether(held, derived, graph, model.duties(tenant.id()));
        return held;
    }

    private List<AssignmentEntity> rows(TenantRef tenant, Collection<String> userIds) {
        return Rows.entityManager(session)
                .createQuery(
                        "select a from AssignmentEntity a where a.realmId = :realm and a.tenantId in (:whole, :tenant)"
                                + " and (a.principalId in :users or a.principalType in :groups) order by a.id",
                        AssignmentEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("whole", RoleEntities.WHOLE_REALM)
                .setParameter("tenant", tenant.id())
                .setParameter("users", userIds)
                .setParameter("groups", PrincipalType.GROUPS)
                .getResultList();
    }

    /** Who is no member holds what needs no membership, in a tenant that is not switched off. */
    private List<Assignment> ofStranger(TenantRef tenant, List<AssignmentEntity> rows) {
        var held = rows.stream()
                .filter(row -> row.principal().type() == PrincipalType.SERVICE_ACCOUNT
                        || row.tenantId().equals(RoleEntities.WHOLE_REALM))
                .map(AssignmentEntity::assignment)
                .toList();
        return held.isEmpty() || enabled(tenant) ? held : List.of();
    }

    @SuppressWarnings("unchecked")
    private Map<List<String>, Holdings> known() {
        if (session.getAttribute(KNOWN) instanceof Map<?, ?> known) {
            return (Map<List<String>, Holdings>) known;
        }
        var known = new HashMap<List<String>, Holdings>();
        session.setAttribute(KNOWN, known);
        return known;
    }

    private boolean enabled(TenantRef tenant) {
        var organization = session.getProvider(OrganizationProvider.class).getById(tenant.id());
        return organization != null && organization.isEnabled();
    }

    private List<Assignment> ofGroups(List<AssignmentEntity> rows, UserModel user, TenantRef tenant) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var in = new UserFacts(session, tenant).groupIds(user);
        return rows.stream()
                .filter(row -> in.contains(row.principal().id()))
                .map(AssignmentEntity::assignment)
                .toList();
    }

    private List<Assignment> ofRules(List<AssignmentRule> rules, UserModel user, TenantRef tenant) {
        if (rules.isEmpty()) {
            return List.of();
        }
        var facts = new UserFacts(session, tenant).of(user);
        return rules.stream()
                .filter(rule -> rule.when().holds(facts))
                .sorted(Comparator.comparing(AssignmentRule::key))
                .map(AssignmentRule::assignment)
                .toList();
    }

    /**
     * Groups and users change where nobody can be refused. What they would give is not given where it would breach the
     * separation of duty; the report on violations tells of it.
     */
    private void addUnlessTogether(
            List<Assignment> held, List<Assignment> derived, RoleGraph graph, List<DutySet> duties) {
        for (var assignment : derived) {
            if (separating && !duties.isEmpty() && breaches(held, assignment, graph, duties)) {
                continue;
            }
            held.add(assignment);
        }
    }

    private boolean breaches(List<Assignment> held, Assignment more, RoleGraph graph, List<DutySet> duties) {
        Instant now = KernelFactory.of(session).clock().instant();
        var before = Holdings.of(graph, held).rolesEver(now);
        var with = new ArrayList<>(held);
        with.add(more);
        return DutySet.newBreach(duties, before, Holdings.of(graph, with).rolesEver(now))
                .isPresent();
    }

    /** The first breach that the user's assignments would be with these beside them. */
    Optional<DutySet.Breach> breach(TenantRef tenant, String userId, List<Assignment> more) {
        var duties = model.duties(tenant.id());
        if (duties.isEmpty()) {
            return Optional.empty();
        }
        var graph = model.graph(tenant.id());
        var now = KernelFactory.of(session).clock().instant();
        var held = of(tenant, userId);
        var with = new ArrayList<>(held.assignments());
        with.addAll(more);
        return DutySet.newBreach(
                duties, held.rolesEver(now), Holdings.of(graph, with).rolesEver(now));
    }
}

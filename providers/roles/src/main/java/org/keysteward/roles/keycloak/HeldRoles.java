package org.keysteward.roles.keycloak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.MemberChanges;
import org.keysteward.kernel.keycloak.MemberMemory;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.roles.Assignment;
import org.keysteward.roles.AssignmentRule;
import org.keysteward.roles.DutySet;
import org.keysteward.roles.Holdings;
import org.keysteward.roles.RoleGraph;

/**
 * Reads what somebody holds in a tenant, once for a person, a tenant and a session. From rows, so that it is never out of
 * date on any node; but who only decides may remember for a moment what rows said, and is told when they change.
 *
 * <p>Only active members hold what the tenant gives. What the realm gives in every tenant needs no membership, and
 * neither does what a service account was assigned.
 */
final class HeldRoles {
    private static final String KNOWN = "keysteward.heldRoles";
    private static final String DECIDES = "keysteward.heldRoles.decides";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RoleModel model;
    private final MemberMemory<HeldRows> memory;
    private final boolean separating;

    HeldRoles(KeycloakSession session) {
        this(session, true);
    }

    private HeldRoles(KeycloakSession session, boolean separating) {
        this.session = session;
        this.separating = separating;
        this.realm = session.getContext().getRealm();
        this.model = new RoleModel(session);
        this.memory = RolesFactory.of(session).heldRows();
    }

    /** With what groups and rules would give, and do not since duties must stay apart. */
    static HeldRoles unseparated(KeycloakSession session) {
        return new HeldRoles(session, false);
    }

    /** In a session that decides and changes nothing. */
    static HeldRoles deciding(KeycloakSession session) {
        session.setAttribute(DECIDES, true);
        return new HeldRoles(session);
    }

    /** To be called by whoever changes what somebody holds, or must know what it is now. */
    static void forget(KeycloakSession session) {
        session.removeAttribute(KNOWN);
    }

    /**
     * To be called by whoever changes assignments.
     *
     * @param tenantId empty for every tenant
     * @param principal whose they are; null for anybody's
     */
    static void changed(KeycloakSession session, String tenantId, @Nullable Principal principal) {
        forget(session);
        var userId = principal == null || principal.type().group() ? "" : principal.id();
        MemberChanges.of(session).tell(session, tenantId, userId);
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
        return holdings(tenant, userId, rows(tenant, userId), graph);
    }

    /** The same of many, by id: each of them is there. */
    Map<String, Holdings> of(TenantRef tenant, Collection<String> userIds) {
        return of(tenant, userIds, model.graph(tenant.id()));
    }

    /** What they would hold if roles were others. */
    Map<String, Holdings> of(TenantRef tenant, Collection<String> userIds, RoleGraph graph) {
        var holdings = new HashMap<String, Holdings>();
        rows(tenant, userIds).forEach((userId, rows) -> holdings.put(userId, holdings(tenant, userId, rows, graph)));
        return holdings;
    }

    private Holdings holdings(TenantRef tenant, String userId, HeldRows rows, RoleGraph graph) {
        var base = rows.base();
        return Holdings.of(
                graph,
                base == null
                        ? ofStranger(tenant, rows.own())
                        : ofMember(tenant, userId, base, rows.own(), rows.ofGroups(), graph));
    }

    private List<Assignment> ofMember(
            TenantRef tenant,
            String userId,
            String base,
            List<HeldRows.Assigned> own,
            List<HeldRows.Assigned> ofGroups,
            RoleGraph graph) {
        var held = new ArrayList<Assignment>();
        held.add(Assignment.ofMembership(base));
        own.forEach(one -> held.add(one.assignment()));
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

    private HeldRows rows(TenantRef tenant, String userId) {
        return remembered(tenant, userId).orElseGet(() -> {
            var mark = memory.mark();
            var rows = new Members(session, tenant.id())
                    .withAssignments(userId)
                    .orElseGet(() -> read(tenant, List.of(userId)).get(userId));
            remember(tenant, userId, rows, mark);
            return rows;
        });
    }

    private Map<String, HeldRows> rows(TenantRef tenant, Collection<String> userIds) {
        if (userIds.size() == 1) {
            var userId = userIds.iterator().next();
            return Map.of(userId, rows(tenant, userId));
        }
        var rows = new HashMap<String, HeldRows>();
        var missing = new HashSet<String>();
        for (var userId : userIds) {
            remembered(tenant, userId).ifPresentOrElse(known -> rows.put(userId, known), () -> missing.add(userId));
        }
        if (!missing.isEmpty()) {
            var mark = memory.mark();
            read(tenant, missing).forEach((userId, read) -> {
                remember(tenant, userId, read, mark);
                rows.put(userId, read);
            });
        }
        return rows;
    }

    private Optional<HeldRows> remembered(TenantRef tenant, String userId) {
        return mayRemember() ? memory.find(session, tenant.id(), userId) : Optional.empty();
    }

    private void remember(TenantRef tenant, String userId, HeldRows rows, long mark) {
        if (mayRemember()) {
            memory.keep(session, tenant.id(), userId, rows, mark);
        }
    }

    private boolean mayRemember() {
        return session.getAttribute(DECIDES) != null;
    }

    private Map<String, HeldRows> read(TenantRef tenant, Collection<String> userIds) {
        var bases = new Members(session, tenant.id()).roles(userIds);
        var all = HeldRows.of(null, assigned(tenant, userIds));
        var ofPeople =
                all.own().stream().collect(Collectors.groupingBy(one -> one.to().id()));
        var rows = new HashMap<String, HeldRows>();
        for (var userId : userIds) {
            rows.put(userId, new HeldRows(bases.get(userId), ofPeople.getOrDefault(userId, List.of()), all.ofGroups()));
        }
        return rows;
    }

    private List<HeldRows.Assigned> assigned(TenantRef tenant, Collection<String> userIds) {
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
                .getResultStream()
                .map(HeldRows.Assigned::of)
                .toList();
    }

    /** Who is no member holds what needs no membership, in a tenant that is not switched off. */
    private List<Assignment> ofStranger(TenantRef tenant, List<HeldRows.Assigned> own) {
        var held = own.stream()
                .filter(one -> one.to().type() == PrincipalType.SERVICE_ACCOUNT
                        || one.assignment().reach() == Assignment.Reach.REALM)
                .map(HeldRows.Assigned::assignment)
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

    private List<Assignment> ofGroups(List<HeldRows.Assigned> ofGroups, UserModel user, TenantRef tenant) {
        if (ofGroups.isEmpty()) {
            return List.of();
        }
        var in = new UserFacts(session, tenant).groupIds(user);
        return ofGroups.stream()
                .filter(one -> in.contains(one.to().id()))
                .map(HeldRows.Assigned::assignment)
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

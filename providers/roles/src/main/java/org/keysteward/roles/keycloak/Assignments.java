package org.keysteward.roles.keycloak;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.roles.Assignment;
import org.keysteward.roles.BuiltInRoles;
import org.keysteward.roles.EffectiveRole;
import org.keysteward.roles.RolePermissions;
import org.keysteward.roles.Validity;
import org.keysteward.tenants.TenantRole;

/** Reads and changes the assignments of a realm or of a tenant. */
final class Assignments {
    private static final int MOST_OF_PRINCIPAL = 500;
    private static final int MOST_OF_GROUPS = 1000;
    /** Of a group, so many are looked at for duties that must stay apart; what is beyond is not given to them. */
    private static final int MOST_MEMBERS = 1000;

    private final RealmOrTenant place;
    private final KeycloakSession session;
    private final EntityManager entityManager;
    private final RoleModel model;
    private final Principals principals;

    Assignments(RealmOrTenant place) {
        this.place = place;
        this.session = place.request().session();
        this.entityManager = Rows.entityManager(session);
        this.model = new RoleModel(session);
        this.principals = new Principals(session);
    }

    /** What a list is asked for; null for anything. */
    record Filter(
            @Nullable String principalType,
            @Nullable String principalId,
            @Nullable String role,
            @Nullable String path,
            @Nullable String source,
            Validity.@Nullable State state) {
        private Map<String, String> conditions() {
            var conditions = new LinkedHashMap<String, String>();
            put(conditions, "principalType", principalType);
            put(conditions, "principalId", principalId);
            put(conditions, "roleKey", role);
            put(conditions, "path", path);
            put(conditions, "source", source);
            return conditions;
        }

        private static void put(Map<String, String> conditions, String column, @Nullable String value) {
            if (value != null) {
                conditions.put(column, value);
            }
        }
    }

    /** In the order in which they were made. */
    List<AssignmentEntity> after(String id, Filter filter, int count) {
        var conditions = filter.conditions();
        var text = new StringBuilder("select a from AssignmentEntity a where a.realmId = :realm"
                + " and a.tenantId = :tenant and a.id > :after");
        // Names of columns are constants of ours.
        conditions
                .keySet()
                .forEach(column ->
                        text.append(" and a.").append(column).append(" = :").append(column));
        var state = filter.state();
        if (state != null) {
            text.append(" and ").append(condition(state));
        }
        var query = entityManager
                .createQuery(text + " order by a.id", AssignmentEntity.class)
                .setParameter("realm", place.realmId())
                .setParameter("tenant", place.id())
                .setParameter("after", id);
        conditions.forEach(query::setParameter);
        if (state != null) {
            query.setParameter("now", place.now().toEpochMilli());
        }
        return query.setMaxResults(count).getResultList();
    }

    /** As {@link Validity#at} says it. */
    private static String condition(Validity.State state) {
        return switch (state) {
            case SCHEDULED -> "a.validFrom > :now";
            case ACTIVE ->
                "(a.validFrom is null or a.validFrom <= :now)" + " and (a.validUntil is null or a.validUntil > :now)";
            case EXPIRED -> "a.validUntil <= :now";
        };
    }

    AssignmentEntity existing(String id) {
        var row = entityManager.find(AssignmentEntity.class, id);
        if (row == null || !row.tenantId().equals(place.id()) || !row.realmId().equals(place.realmId())) {
            throw RoleProblems.unknownAssignment();
        }
        return row;
    }

    AssignmentEntity create(Principal principal, Assignment assignment, @Nullable String reason) {
        var role = assignable(assignment.role());
        var people = people(principal);
        refuseEnded(assignment.validity());
        RoleProblems.refuseUnlessAllowed(
                place.authority(assignment.path())
                        .giving(role, people.stream().anyMatch(user -> place.isActor(user.getId()))),
                "/role");
        refuseTogether(people, assignment);
        refuseTooMany(principal);
        var row = new AssignmentEntity(
                place.newId(),
                place.realmId(),
                place.id(),
                principal,
                assignment,
                place.request().clock().millis());
        row.reason(reason);
        try {
            entityManager.persist(row);
            entityManager.flush();
        } catch (PersistenceException | ModelDuplicateException e) {
            throw RoleProblems.assignmentExists();
        }
        changed(row);
        place.record(
                "role.assigned", principal.type().key(), principal.id(), AuditEntry.Change.between(null, content(row)));
        return row;
    }

    /** A longer time is as much as a new assignment. */
    void change(AssignmentEntity row, Validity validity, @Nullable String reason) {
        place.request().requireUnchanged(row.version());
        refuseEnded(validity);
        var role = model.graph(place.id()).role(row.assignment().role()).orElseThrow(RoleProblems::unknownRole);
        RoleProblems.refuseUnlessAllowed(
                place.authority(row.assignment().path()).giving(role, includesActor(row.principal())), "");
        var before = content(row);
        row.validity(validity);
        row.reason(reason);
        entityManager.flush();
        changed(row);
        place.record(
                "role.assignment_changed",
                row.principal().type().key(),
                row.principal().id(),
                AuditEntry.Change.between(before, content(row)));
    }

    void end(AssignmentEntity row) {
        place.request().requireUnchanged(row.version());
        model.graph(place.id())
                .role(row.assignment().role())
                .ifPresent(role -> RoleProblems.refuseUnlessAllowed(
                        place.authority(row.assignment().path())
                                .taking(role, place.isActor(row.principal().id())),
                        ""));
        entityManager.remove(row);
        entityManager.flush();
        changed(row);
        place.record(
                "role.unassigned",
                row.principal().type().key(),
                row.principal().id(),
                AuditEntry.Change.between(content(row), null));
    }

    private void changed(AssignmentEntity row) {
        HeldRoles.changed(session, row.tenantId(), row.principal());
    }

    /** Owners and administrators are what members are: there is always one of those, and a license counts them. */
    private EffectiveRole assignable(String key) {
        var role = model.graph(place.id()).role(key).orElseThrow(() -> RoleProblems.unknownRole("/role", key));
        if (BuiltInRoles.contain(key)
                && TenantRole.of(key).filter(TenantRole::administers).isPresent()) {
            throw new ProblemException(Problem.invalidField(
                    "/role", "Owners and administrators are made by changing the role of a member."));
        }
        return role;
    }

    /** Whom it concerns; of a large group, not all. */
    private List<UserModel> people(Principal principal) {
        return switch (principal.type()) {
            case USER -> List.of(principals.user(principal.id(), place.tenant()).orElseThrow(() -> unknown("member")));
            case SERVICE_ACCOUNT -> {
                requireRealm();
                yield List.of(principals.serviceAccount(principal.id()).orElseThrow(() -> unknown("service account")));
            }
            case ORGANIZATION_GROUP -> {
                if (place.ofRealm()) {
                    throw unknown("group of the realm");
                }
                yield people(principals
                        .organizationGroup(principal.id(), place.existingTenant())
                        .orElseThrow(() -> unknown("group of the tenant")));
            }
            case REALM_GROUP -> {
                requireRealm();
                yield people(principals.realmGroup(principal.id()).orElseThrow(() -> unknown("group of the realm")));
            }
        };
    }

    private List<UserModel> people(GroupModel group) {
        return session.users()
                .getGroupMembersStream(place.request().realm(), group, 0, MOST_MEMBERS)
                .toList();
    }

    private boolean includesActor(Principal principal) {
        return principal.type().group()
                ? people(principal).stream().anyMatch(user -> place.isActor(user.getId()))
                : place.isActor(principal.id());
    }

    /** Clients and groups of the realm are not a tenant's to know. */
    private void requireRealm() {
        place.request().actor().require(RolePermissions.ROLES_ASSIGN);
    }

    private void refuseTogether(List<UserModel> people, Assignment assignment) {
        if (place.ofRealm()) {
            people.forEach(
                    user -> tenantsOf(user).forEach(tenant -> refuseTogether(tenant, List.of(user), assignment)));
        } else {
            refuseTogether(place.existingTenant(), people, assignment);
        }
    }

    private void refuseTogether(TenantRef tenant, List<UserModel> people, Assignment assignment) {
        if (model.duties(tenant.id()).isEmpty()) {
            return;
        }
        // Two assignments at once must not both find the other still missing.
        model.lock(tenant.id());
        var held = new HeldRoles(session);
        for (var user : people) {
            held.breach(tenant, user.getId(), List.of(assignment)).ifPresent(breach -> {
                throw RoleProblems.together(breach, people.size() > 1 ? user.getId() : null);
            });
        }
    }

    /** What the realm gives, they have in each; in an order, so that two who lock several do not wait for each other. */
    private List<TenantRef> tenantsOf(UserModel user) {
        return session.getProvider(OrganizationProvider.class)
                .getByMember(user)
                .map(TenantDirectory::ref)
                .sorted(Comparator.comparing(TenantRef::id))
                .toList();
    }

    private void refuseTooMany(Principal principal) {
        var used = count("a.principalId = :value", principal.id());
        if (used >= MOST_OF_PRINCIPAL) {
            throw RoleProblems.tooMany("assignments of one principal", used, MOST_OF_PRINCIPAL);
        }
        if (principal.type().group()) {
            // They are read whenever somebody's roles are.
            var ofGroups = count("a.principalType = :value", principal.type().key());
            if (ofGroups >= MOST_OF_GROUPS) {
                throw RoleProblems.tooMany("assignments of groups", ofGroups, MOST_OF_GROUPS);
            }
        }
    }

    /** @param condition a constant */
    private long count(String condition, String value) {
        return entityManager
                .createQuery(
                        "select count(a.id) from AssignmentEntity a where a.realmId = :realm and a.tenantId = :tenant and "
                                + condition,
                        Long.class)
                .setParameter("realm", place.realmId())
                .setParameter("tenant", place.id())
                .setParameter("value", value)
                .getSingleResult();
    }

    private void refuseEnded(Validity validity) {
        if (validity.at(place.now()) == Validity.State.EXPIRED) {
            throw new ProblemException(Problem.invalidField("/until", "This has passed already."));
        }
    }

    private static Map<String, Object> content(AssignmentEntity row) {
        var assignment = row.assignment();
        var content = new LinkedHashMap<String, Object>();
        content.put("id", row.id());
        content.put("role", assignment.role());
        content.put("path", assignment.path().text());
        content.put("from", String.valueOf(assignment.validity().from()));
        content.put("until", String.valueOf(assignment.validity().until()));
        content.put("source", assignment.source().key());
        return content;
    }

    private static ProblemException unknown(String what) {
        return new ProblemException(Problem.invalidField("/principal/id", "There is no such " + what + "."));
    }
}

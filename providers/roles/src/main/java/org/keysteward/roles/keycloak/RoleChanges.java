package org.keysteward.roles.keycloak;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.keycloak.LicenseLimitsProvider;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.CyclicRolesException;
import org.keysteward.roles.EffectiveRole;
import org.keysteward.roles.Grant;
import org.keysteward.roles.Role;
import org.keysteward.roles.RoleGraph;

/** Makes, changes and deletes roles: one at a time in a realm or in a tenant. */
final class RoleChanges {
    private static final String CUSTOM_ROLES = "customRoles";
    private static final int MOST_OF_TENANT = 1000;
    private static final int MOST_OF_REALM = 10_000;

    /** @param version of its row; -1 of a role that has none */
    record Made(EffectiveRole role, int version) {}

    private final Scope scope;
    private final KeycloakSession session;
    private final EntityManager entityManager;
    private final RoleModel model;

    RoleChanges(Scope scope) {
        this.scope = scope;
        this.session = scope.request().session();
        this.entityManager = Rows.entityManager(session);
        this.model = new RoleModel(session);
    }

    Made create(String key, RoleBody body) {
        model.changing(scope.id());
        refuseTaken(key);
        refuseTooMany();
        var role = valid(key, body);
        var graph = graphWith(role, key);
        var made = graph.role(key).orElseThrow();
        RoleProblems.refuseUnlessAllowed(
                scope.authority(AssignmentPath.WHOLE_TENANT).defining(null, made, -1), "");
        var row = new OwnRoleEntity(scope.newId(), scope.realmId(), scope.id(), key);
        row.change(role);
        entityManager.persist(row);
        entityManager.flush();
        scope.record("role.created", "role", key, AuditEntry.Change.between(null, RoleView.content(role)));
        return new Made(made, row.version());
    }

    void change(String key, RoleBody body) {
        model.changing(scope.id());
        var row = existing(key);
        scope.request().requireUnchanged(row.version());
        var before = row.role();
        var role = valid(key, body);
        judge(key, graphWith(role, key));
        row.change(role);
        entityManager.flush();
        scope.record(
                "role.changed",
                "role",
                key,
                AuditEntry.Change.between(RoleView.content(before), RoleView.content(role)));
    }

    ImpactView impactOf(String key, RoleBody body) {
        existing(key);
        var after = graphWith(valid(key, body), key);
        judge(key, after);
        return new Impact(scope).of(key, after);
    }

    void delete(String key, @Nullable String reassignTo) {
        model.changing(scope.id());
        var row = existing(key);
        scope.request().requireUnchanged(row.version());
        judgeDeleting(key, reassignTo);
        var assignments = assignments(key);
        if (assignments > 0) {
            if (reassignTo == null) {
                throw RoleProblems.roleInUse(assignments);
            }
            reassign(key, reassignTo);
        }
        entityManager.remove(row);
        entityManager.flush();
        scope.record("role.removed", "role", key, AuditEntry.Change.between(RoleView.content(row.role()), null));
        HeldRoles.forget(session);
    }

    ImpactView impactOfDeleting(String key, @Nullable String reassignTo) {
        existing(key);
        judgeDeleting(key, reassignTo);
        return new Impact(scope).ofDeleting(key, reassignTo);
    }

    /** -1 of a role that has no row here: one that is built in, or in a tenant one of the realm. */
    int version(Role role) {
        return role.origin() == Role.Origin.BUILT_IN
                ? -1
                : row(role.key()).map(OwnRoleEntity::version).orElse(-1);
    }

    private void judge(String key, RoleGraph after) {
        var graph = model.graph(scope.id());
        RoleProblems.refuseUnlessAllowed(
                scope.authority(AssignmentPath.WHOLE_TENANT)
                        .defining(
                                graph.role(key).orElseThrow(), after.role(key).orElseThrow(), highestHeir(graph, key)),
                "");
    }

    private void judgeDeleting(String key, @Nullable String reassignTo) {
        var graph = model.graph(scope.id());
        var authority = scope.authority(AssignmentPath.WHOLE_TENANT);
        RoleProblems.refuseUnlessAllowed(
                authority.deleting(graph.role(key).orElseThrow(), highestHeir(graph, key)), "");
        var heirs = heirs(graph, key);
        if (!heirs.isEmpty()) {
            throw RoleProblems.roleInherited(heirs);
        }
        refuseNamed(key);
        if (reassignTo != null) {
            if (reassignTo.equals(key)) {
                throw RoleProblems.unknownRole("?reassignTo", reassignTo);
            }
            var other = graph.role(reassignTo).orElseThrow(() -> RoleProblems.unknownRole("?reassignTo", reassignTo));
            RoleProblems.refuseUnlessAllowed(authority.giving(other, false), "?reassignTo");
        }
    }

    /** Those that inherit it without another one between. */
    private List<String> heirs(RoleGraph graph, String key) {
        var heirs = new ArrayList<>(graph.heirs(key)
                .filter(heir -> heir.role().parents().contains(key))
                .map(EffectiveRole::key)
                .sorted()
                .toList());
        if (scope.ofRealm()) {
            heirs.addAll(entityManager
                    .createQuery(
                            "select distinct r.roleKey from OwnRoleEntity r where r.realmId = :realm and r.tenantId <> :whole"
                                    + " and cast(r.parents as string) like :named",
                            String.class)
                    .setParameter("realm", scope.realmId())
                    .setParameter("whole", RoleEntities.WHOLE_REALM)
                    .setParameter("named", "%\"" + key + "\"%")
                    .setMaxResults(10)
                    .getResultList());
        }
        return heirs;
    }

    /** Rules, mappings and sets of duties name roles by key; a tenant's are looked at, and for a template everybody's. */
    private void refuseNamed(String key) {
        refuseNamed("AssignmentRuleEntity", "an assignment rule", "x.roleKey = :key", key);
        refuseNamed("RoleMappingEntity", "a role mapping", "x.roleKey = :key", key);
        refuseNamed("DutySetEntity", "a set of duties", "cast(x.roles as string) like :key", "%\"" + key + "\"%");
    }

    private void refuseNamed(String entity, String what, String condition, String value) {
        // All but the value are constants of ours.
        var query = entityManager
                .createQuery(
                        "select count(x.id) from " + entity + " x where x.realmId = :realm and " + condition
                                + (scope.ofRealm() ? "" : " and x.tenantId = :tenant"),
                        Long.class)
                .setParameter("realm", scope.realmId())
                .setParameter("key", value);
        if (!scope.ofRealm()) {
            query.setParameter("tenant", scope.id());
        }
        if (query.getSingleResult() > 0) {
            throw RoleProblems.roleNamed(what);
        }
    }

    private long assignments(String key) {
        var query = entityManager
                .createQuery(
                        "select count(a.id) from AssignmentEntity a where a.realmId = :realm and a.roleKey = :key"
                                + (scope.ofRealm() ? "" : " and a.tenantId = :tenant"),
                        Long.class)
                .setParameter("realm", scope.realmId())
                .setParameter("key", key);
        if (!scope.ofRealm()) {
            query.setParameter("tenant", scope.id());
        }
        return query.getSingleResult();
    }

    /** Who has the other role there already keeps that one assignment. */
    private void reassign(String key, String to) {
        var ofTenant = scope.ofRealm() ? "" : " and a.tenantId = :tenant";
        var doubled = entityManager
                .createQuery("delete from AssignmentEntity a where a.realmId = :realm and a.roleKey = :key" + ofTenant
                        + " and exists (select 1 from AssignmentEntity b where b.realmId = a.realmId"
                        + " and b.tenantId = a.tenantId and b.principalType = a.principalType"
                        + " and b.principalId = a.principalId and b.path = a.path and b.source = a.source"
                        + " and b.roleKey = :other)")
                .setParameter("realm", scope.realmId())
                .setParameter("key", key)
                .setParameter("other", to);
        var moved = entityManager
                .createQuery("update AssignmentEntity a set a.roleKey = :other, a.version = a.version + 1"
                        + " where a.realmId = :realm and a.roleKey = :key" + ofTenant)
                .setParameter("realm", scope.realmId())
                .setParameter("key", key)
                .setParameter("other", to);
        for (var statement : List.of(doubled, moved)) {
            if (!scope.ofRealm()) {
                statement.setParameter("tenant", scope.id());
            }
            statement.executeUpdate();
        }
    }

    private void refuseTaken(String key) {
        if (model.graph(scope.id()).role(key).isPresent()) {
            throw RoleProblems.roleExists(key);
        }
        if (!scope.ofRealm()) {
            return;
        }
        var tenants = entityManager
                .createQuery(
                        "select count(r.id) from OwnRoleEntity r where r.realmId = :realm and r.roleKey = :key",
                        Long.class)
                .setParameter("realm", scope.realmId())
                .setParameter("key", key)
                .getSingleResult();
        if (tenants > 0) {
            throw RoleProblems.roleExistsInTenants(key, tenants);
        }
    }

    private void refuseTooMany() {
        if (scope.ofRealm()) {
            var used = model.graph().roles().count();
            if (used >= MOST_OF_REALM) {
                throw RoleProblems.tooMany("roles", used, MOST_OF_REALM);
            }
            return;
        }
        var used = model.ownRoles(scope.id());
        LicenseLimitsProvider.of(session).of(scope.id(), CUSTOM_ROLES).ifPresent(limit -> {
            if (used >= limit) {
                throw RoleProblems.customRoles(used, limit);
            }
        });
        if (used >= MOST_OF_TENANT) {
            throw RoleProblems.tooMany("roles of a tenant's own", used, MOST_OF_TENANT);
        }
    }

    /** What can only be said with the realm's other roles, permissions and clients at hand. */
    private Role valid(String key, RoleBody body) {
        var errors = new FieldErrors();
        var graph = model.graph(scope.id());
        var grants = body.grantTexts();
        for (var i = 0; i < grants.size(); i++) {
            if (!graph.catalogue().grantable(new Grant(grants.get(i)))) {
                errors.add("/grants/" + i, "Nobody has registered this permission, or roles cannot give it.");
            }
        }
        var parents = body.parentKeys();
        for (var i = 0; i < parents.size(); i++) {
            if (graph.role(parents.get(i)).isEmpty()) {
                errors.add("/parents/" + i, "There is no role with the key " + parents.get(i) + ".");
            }
        }
        validateStockRoles(body, errors);
        errors.problem().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        return body.role(key, scope.ofRealm() ? Role.Origin.REALM : Role.Origin.TENANT);
    }

    private void validateStockRoles(RoleBody body, FieldErrors errors) {
        var stockRoles = body.keycloakRoles() == null ? List.<RoleBody.KeycloakRole>of() : body.keycloakRoles();
        if (!stockRoles.isEmpty() && !scope.ofRealm()) {
            errors.add("/keycloakRoles", "Only a role of the realm can name roles of Keycloak.");
            return;
        }
        var realm = scope.request().realm();
        for (var i = 0; i < stockRoles.size(); i++) {
            var one = stockRoles.get(i);
            var pointer = "/keycloakRoles/" + i;
            var client = one == null || one.client() == null ? null : realm.getClientByClientId(one.client());
            if (one == null || (one.client() != null && client == null)) {
                errors.add(pointer + "/client", "There is no such client.");
                continue;
            }
            var role = client == null ? realm.getRole(one.role()) : client.getRole(one.role());
            if (role == null) {
                errors.add(pointer + "/role", "There is no such role of Keycloak.");
            } else if (StockRoles.administer(realm, role)) {
                errors.add(pointer + "/role", "Roles that administer Keycloak cannot be given in a tenant.");
            }
        }
    }

    /** The roles as they would be with this one in the place of the one that has its key. */
    private RoleGraph graphWith(Role role, String key) {
        var realm = scope.request().realm();
        var own = new ArrayList<>(RealmRoles.rows(entityManager, realm, scope.id()));
        own.removeIf(other -> other.key().equals(key));
        own.add(role);
        try {
            return scope.ofRealm()
                    ? RealmRoles.graph(session, own, model.graph().catalogue())
                    : model.graph().with(own);
        } catch (CyclicRolesException e) {
            throw RoleProblems.cycle(e);
        }
    }

    private static int highestHeir(RoleGraph graph, String key) {
        return graph.heirs(key).mapToInt(EffectiveRole::rank).max().orElse(-1);
    }

    private OwnRoleEntity existing(String key) {
        var role = model.graph(scope.id()).role(key).orElseThrow(RoleProblems::unknownRole);
        if (role.role().origin() == Role.Origin.BUILT_IN) {
            throw RoleProblems.builtIn();
        }
        return row(key).orElseThrow(RoleProblems::template);
    }

    private Optional<OwnRoleEntity> row(String key) {
        return entityManager
                .createQuery(
                        "select r from OwnRoleEntity r where r.realmId = :realm and r.tenantId = :tenant and r.roleKey = :key",
                        OwnRoleEntity.class)
                .setParameter("realm", scope.realmId())
                .setParameter("tenant", scope.id())
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }
}

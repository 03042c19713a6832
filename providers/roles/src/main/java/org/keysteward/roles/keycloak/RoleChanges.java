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
import org.keysteward.kernel.keycloak.StockAdministration;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.CyclicRolesException;
import org.keysteward.roles.EffectiveRole;
import org.keysteward.roles.Grant;
import org.keysteward.roles.Role;
import org.keysteward.roles.RoleGraph;

/** Makes, changes and deletes roles: one at a time in a realm or in a tenant. */
final class RoleChanges {
    private static final String CUSTOM_ROLES = "customRoles";
    private static final int MOST_OF_TENANT = 500;
    private static final int MOST_OF_REALM = 10_000;

    /** @param version of its row; -1 of a role that has none */
    record Made(EffectiveRole role, int version) {}

    private final RealmOrTenant place;
    private final KeycloakSession session;
    private final EntityManager entityManager;
    private final RoleModel model;
    private final RoleUse use;

    RoleChanges(RealmOrTenant place) {
        this.place = place;
        this.session = place.request().session();
        this.entityManager = Rows.entityManager(session);
        this.model = new RoleModel(session);
        this.use = new RoleUse(place);
    }

    Made create(String key, RoleBody body) {
        model.changing(place.id());
        refuseTaken(key);
        refuseTooMany();
        var role = valid(key, body);
        var graph = graphWith(role, key);
        var made = graph.role(key).orElseThrow();
        RoleProblems.refuseUnlessAllowed(
                place.authority(AssignmentPath.WHOLE_TENANT).defining(null, made, -1), "");
        var row = new OwnRoleEntity(place.newId(), place.realmId(), place.id(), key);
        row.change(role);
        entityManager.persist(row);
        entityManager.flush();
        place.record("role.created", "role", key, AuditEntry.Change.between(null, RoleView.content(role)));
        return new Made(made, row.version());
    }

    void change(String key, RoleBody body) {
        model.changing(place.id());
        var row = existing(key);
        place.request().requireUnchanged(row.version());
        var before = row.role();
        var role = valid(key, body);
        judge(key, graphWith(role, key));
        row.change(role);
        entityManager.flush();
        place.record(
                "role.changed",
                "role",
                key,
                AuditEntry.Change.between(RoleView.content(before), RoleView.content(role)));
    }

    ImpactView impactOf(String key, RoleBody body) {
        existing(key);
        var after = graphWith(valid(key, body), key);
        judge(key, after);
        return new Impact(place).of(key, after);
    }

    void delete(String key, @Nullable String reassignTo) {
        model.changing(place.id());
        var row = existing(key);
        place.request().requireUnchanged(row.version());
        judgeDeleting(key, reassignTo);
        var assignments = use.assignments(key);
        if (assignments > 0) {
            if (reassignTo == null) {
                throw RoleProblems.roleInUse(assignments);
            }
            use.reassign(key, reassignTo);
        }
        entityManager.remove(row);
        entityManager.flush();
        place.record("role.removed", "role", key, AuditEntry.Change.between(RoleView.content(row.role()), null));
    }

    ImpactView impactOfDeleting(String key, @Nullable String reassignTo) {
        existing(key);
        judgeDeleting(key, reassignTo);
        return new Impact(place).ofDeleting(key, reassignTo);
    }

    /** -1 of a role that has no row here: one that is built in, or in a tenant one of the realm. */
    int version(Role role) {
        return role.origin() == Role.Origin.BUILT_IN
                ? -1
                : row(role.key()).map(OwnRoleEntity::version).orElse(-1);
    }

    private void judge(String key, RoleGraph after) {
        var graph = model.graph(place.id());
        RoleProblems.refuseUnlessAllowed(
                place.authority(AssignmentPath.WHOLE_TENANT)
                        .defining(
                                graph.role(key).orElseThrow(), after.role(key).orElseThrow(), highestHeir(graph, key)),
                "");
    }

    private void judgeDeleting(String key, @Nullable String reassignTo) {
        var graph = model.graph(place.id());
        var authority = place.authority(AssignmentPath.WHOLE_TENANT);
        RoleProblems.refuseUnlessAllowed(
                authority.deleting(graph.role(key).orElseThrow(), highestHeir(graph, key)), "");
        use.refuseNamed(graph, key);
        if (reassignTo != null) {
            if (reassignTo.equals(key)) {
                throw RoleProblems.unknownRole("?reassignTo", reassignTo);
            }
            var other = graph.role(reassignTo).orElseThrow(() -> RoleProblems.unknownRole("?reassignTo", reassignTo));
            RoleProblems.refuseUnlessAllowed(authority.giving(other, false), "?reassignTo");
        }
    }

    private void refuseTaken(String key) {
        if (model.graph(place.id()).role(key).isPresent()) {
            throw RoleProblems.roleExists(key);
        }
        if (!place.ofRealm()) {
            return;
        }
        var tenants = entityManager
                .createQuery(
                        "select count(r.id) from OwnRoleEntity r where r.realmId = :realm and r.roleKey = :key",
                        Long.class)
                .setParameter("realm", place.realmId())
                .setParameter("key", key)
                .getSingleResult();
        if (tenants > 0) {
            throw RoleProblems.roleExistsInTenants(key, tenants);
        }
    }

    private void refuseTooMany() {
        if (place.ofRealm()) {
            var used = model.graph().roles().count();
            if (used >= MOST_OF_REALM) {
                throw RoleProblems.tooMany("roles", used, MOST_OF_REALM);
            }
            return;
        }
        var used = model.ownRoles(place.id());
        LicenseLimitsProvider.of(session).of(place.id(), CUSTOM_ROLES).ifPresent(limit -> {
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
        var graph = model.graph(place.id());
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
        validateStockAdministration(body, errors);
        errors.problem().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        return body.role(key, place.ofRealm() ? Role.Origin.REALM : Role.Origin.TENANT);
    }

    private void validateStockAdministration(RoleBody body, FieldErrors errors) {
        var stockRoles = body.keycloakRoles() == null ? List.<RoleBody.KeycloakRole>of() : body.keycloakRoles();
        if (!stockRoles.isEmpty() && !place.ofRealm()) {
            errors.add("/keycloakRoles", "Only a role of the realm can name roles of Keycloak.");
            return;
        }
        var realm = place.request().realm();
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
            } else if (StockAdministration.isGivenBy(realm, role)) {
                errors.add(pointer + "/role", "Roles that administer Keycloak cannot be given in a tenant.");
            }
        }
    }

    /** The roles as they would be with this one in the place of the one that has its key. */
    private RoleGraph graphWith(Role role, String key) {
        var realm = place.request().realm();
        var own = new ArrayList<>(RoleRows.read(session, realm, place.id(), "").roles());
        own.removeIf(other -> other.key().equals(key));
        own.add(role);
        try {
            return place.ofRealm()
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
        var role = model.graph(place.id()).role(key).orElseThrow(RoleProblems::unknownRole);
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
                .setParameter("realm", place.realmId())
                .setParameter("tenant", place.id())
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }
}

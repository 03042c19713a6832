package org.keysteward.roles.keycloak;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keysteward.kernel.keycloak.SnapshotCompiler;
import org.keysteward.roles.AssignmentRule;
import org.keysteward.roles.DutySet;
import org.keysteward.roles.Role;
import org.keysteward.roles.RoleGraph;
import org.keysteward.roles.RoleMapping;

/** What a tenant has of its own: roles, the rules that give them, and what nobody may hold together. */
final class TenantRoles {
    static final String SNAPSHOT = "roles-of";

    private final List<Role> roles;
    private final List<AssignmentRule> rules;
    private final List<DutySet> duties;
    private final List<RoleMapping> mappings;
    private volatile @Nullable Compiled compiled;

    private record Compiled(RoleGraph templates, RoleGraph graph) {}

    private TenantRoles(RoleRows rows) {
        this.roles = rows.roles();
        this.rules = rows.rules();
        this.duties = rows.duties();
        this.mappings = rows.mappings();
    }

    static SnapshotCompiler.Compiled<TenantRoles> read(
            KeycloakSession session, RealmModel realm, String tenantId, String revision) {
        var rows = RoleRows.read(session, realm, tenantId, revision);
        return new SnapshotCompiler.Compiled<>(new TenantRoles(rows), rows.revision());
    }

    /** On top of the realm's, which may be others than a moment ago. */
    RoleGraph graph(RoleGraph templates) {
        if (roles.isEmpty()) {
            return templates;
        }
        var known = compiled;
        if (known == null || known.templates() != templates) {
            known = new Compiled(templates, templates.with(roles));
            compiled = known;
        }
        return known.graph();
    }

    /** How many roles the tenant has made. */
    int count() {
        return roles.size();
    }

    /** Those that are switched on. */
    List<AssignmentRule> rules() {
        return rules;
    }

    List<DutySet> duties() {
        return duties;
    }

    List<RoleMapping> mappings() {
        return mappings;
    }
}

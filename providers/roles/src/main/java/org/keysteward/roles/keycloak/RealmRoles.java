package org.keysteward.roles.keycloak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.SnapshotCompiler;
import org.keysteward.roles.BuiltInRoles;
import org.keysteward.roles.DutySet;
import org.keysteward.roles.PermissionCatalogue;
import org.keysteward.roles.PermissionCatalogue.Reach;
import org.keysteward.roles.Role;
import org.keysteward.roles.RoleGraph;

/** The roles that are templates in every tenant of a realm, and what nobody may hold together in any. */
final class RealmRoles {
    static final String SNAPSHOT = "roles";

    private final List<Role> roles;
    private final Map<String, Reach> reach;
    private final List<DutySet> duties;
    private volatile @Nullable RoleGraph graph;

    private RealmRoles(List<Role> roles, Map<String, Reach> reach, List<DutySet> duties) {
        this.roles = List.copyOf(roles);
        this.reach = Map.copyOf(reach);
        this.duties = List.copyOf(duties);
    }

    static SnapshotCompiler.Compiled<RealmRoles> read(
            KeycloakSession session, RealmModel realm, String scope, String revision) {
        var rows = RoleRows.read(session, realm, scope, revision);
        var own = KernelFactory.of(session).catalogue();
        var roles = new ArrayList<>(BuiltInRoles.of(own));
        roles.addAll(rows.roles());
        var reach = new HashMap<String, Reach>();
        rows.permissions().forEach(key -> reach.put(key, Reach.TENANT));
        own.forEach(
                permission -> reach.put(permission.key(), permission.reachesTenants() ? Reach.TENANT : Reach.REALM));
        return new SnapshotCompiler.Compiled<>(new RealmRoles(roles, reach, rows.duties()), rows.revision());
    }

    /** As it would be with these roles, those that are built in beside them. */
    static RoleGraph graph(KeycloakSession session, Collection<Role> made, PermissionCatalogue catalogue) {
        var all = new ArrayList<>(BuiltInRoles.of(KernelFactory.of(session).catalogue()));
        all.addAll(made);
        return RoleGraph.of(all, catalogue);
    }

    /** @param open whether roles may give what nobody has registered */
    RoleGraph graph(boolean open) {
        var known = graph;
        if (known == null || known.catalogue().open() != open) {
            known = RoleGraph.of(roles, new PermissionCatalogue(reach, open));
            graph = known;
        }
        return known;
    }

    List<DutySet> duties() {
        return duties;
    }
}

package org.keysteward.roles.keycloak;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keysteward.kernel.keycloak.RealmSettings;
import org.keysteward.roles.AssignmentRule;
import org.keysteward.roles.DutySet;
import org.keysteward.roles.RoleGraph;
import org.keysteward.roles.RoleMapping;

/** The compiled roles of the session's realm and of its tenants. */
final class RoleModel {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final RolesFactory roles;

    RoleModel(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.roles = RolesFactory.of(session);
    }

    /** The realm's own roles. */
    RoleGraph graph() {
        var open = "true".equals(RealmSettings.of(session).get(RolesFactory.OPEN_CATALOGUE));
        return roles.realmRoles().of(session, realm).graph(open);
    }

    /** All roles that a tenant knows; of the realm itself where the id is empty. */
    RoleGraph graph(String tenantId) {
        return tenantId.equals(RoleEntities.WHOLE_REALM)
                ? graph()
                : of(tenantId).graph(graph());
    }

    /** All roles that a tenant would know if the realm's were these. */
    RoleGraph onTemplates(String tenantId, RoleGraph templates) {
        return of(tenantId).graph(templates);
    }

    /** What nobody may hold together in the tenant. */
    List<DutySet> duties(String tenantId) {
        return Stream.concat(roles.realmRoles().of(session, realm).duties().stream(), of(tenantId).duties().stream())
                .toList();
    }

    List<AssignmentRule> rules(String tenantId) {
        return of(tenantId).rules();
    }

    List<RoleMapping> mappings(String tenantId) {
        return of(tenantId).mappings();
    }

    int ownRoles(String tenantId) {
        return of(tenantId).count();
    }

    /**
     * To be called before a change is decided on: whoever changes the same tenant's roles at once waits, and what is
     * read from here on is what was committed. Every node is told on commit.
     *
     * @param tenantId empty for the realm
     */
    void changing(String tenantId) {
        if (tenantId.equals(RoleEntities.WHOLE_REALM)) {
            roles.realmRoles().changed(session, realm);
        } else {
            // A template that is made at the same time must not hide a role of the tenant's own.
            roles.realmRoles().hold(session, realm);
            roles.tenantRoles().changed(session, realm, tenantId);
        }
        HeldRoles.forget(session);
    }

    /** Whoever else locks the same tenant's roles, or changes them, waits. */
    void lock(String tenantId) {
        roles.tenantRoles().lock(session, realm, tenantId);
        HeldRoles.forget(session);
    }

    private TenantRoles of(String tenantId) {
        return roles.tenantRoles().of(session, realm, tenantId);
    }
}

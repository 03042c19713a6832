package org.keysteward.roles.keycloak;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keysteward.kernel.keycloak.Rows;

/** What was of somebody or something that is removed goes with it, in the same transaction. */
final class RemovalListener implements ProviderEventListener {
    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof UserModel.UserPreRemovedEvent removed) {
            forgetPrincipal(
                    removed.getKeycloakSession(),
                    new Principal(PrincipalType.USER, removed.getUser().getId()));
        } else if (event instanceof GroupModel.GroupRemovedEvent removed) {
            forgetPrincipal(
                    removed.getKeycloakSession(),
                    new Principal(PrincipalType.REALM_GROUP, removed.getGroup().getId()));
        } else if (event instanceof OrganizationModel.OrganizationMemberLeaveEvent left) {
            forgetMember(
                    left.getSession(),
                    left.getOrganization().getId(),
                    left.getUser().getId());
        } else if (event instanceof OrganizationModel.OrganizationRemovedEvent removed) {
            forget(
                    removed.getKeycloakSession(),
                    RoleEntities.PER_TENANT,
                    "tenantId",
                    removed.getOrganization().getId());
            HeldRoles.changed(
                    removed.getKeycloakSession(), removed.getOrganization().getId(), null);
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            forget(
                    removed.getKeycloakSession(),
                    RoleEntities.PER_REALM,
                    "realmId",
                    removed.getRealm().getId());
        }
    }

    /** Whoever comes back does not find the roles that they had. */
    private static void forgetMember(KeycloakSession session, String tenantId, String userId) {
        Rows.entityManager(session)
                .createQuery("delete from AssignmentEntity a where a.tenantId = :tenant and a.principalId = :user")
                .setParameter("tenant", tenantId)
                .setParameter("user", userId)
                .executeUpdate();
        HeldRoles.changed(session, tenantId, new Principal(PrincipalType.USER, userId));
    }

    private static void forgetPrincipal(KeycloakSession session, Principal principal) {
        Rows.entityManager(session)
                .createQuery("delete from AssignmentEntity a where a.principalId = :id")
                .setParameter("id", principal.id())
                .executeUpdate();
        HeldRoles.changed(session, RoleEntities.WHOLE_REALM, principal);
    }

    private static void forget(KeycloakSession session, Collection<String> entities, String column, String id) {
        EntityManager entityManager = Rows.entityManager(session);
        for (var entity : entities) {
            // Both names are constants of ours.
            entityManager
                    .createQuery("delete from " + entity + " e where e." + column + " = :id")
                    .setParameter("id", id)
                    .executeUpdate();
        }
    }
}

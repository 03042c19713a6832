package org.keysteward.scim.keycloak;

import java.util.List;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keysteward.kernel.keycloak.Rows;

/**
 * What was of a user, a group, a tenant or a realm that is removed goes with it, in the same transaction; and whoever
 * joins or leaves a group changes it, for SCIM.
 */
final class ModelListener implements ProviderEventListener {
    private static final List<String> OF_RESOURCE = List.of("ScimValueEntity", "ScimLinkEntity", "ScimResourceEntity");

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof UserModel.UserPreRemovedEvent removed) {
            forgetResource(removed.getKeycloakSession(), removed.getUser().getId());
        } else if (event instanceof GroupModel.GroupRemovedEvent removed) {
            forgetResource(removed.getKeycloakSession(), removed.getGroup().getId());
        } else if (event instanceof GroupModel.GroupMemberJoinEvent joined) {
            membersChanged(joined.getKeycloakSession(), joined.getGroup());
        } else if (event instanceof GroupModel.GroupMemberLeaveEvent left) {
            membersChanged(left.getKeycloakSession(), left.getGroup());
        } else if (event instanceof OrganizationModel.OrganizationMemberLeaveEvent left) {
            forgetMember(
                    left.getSession(),
                    left.getOrganization().getId(),
                    left.getUser().getId());
        } else if (event instanceof OrganizationModel.OrganizationRemovedEvent removed) {
            forgetTenant(removed.getKeycloakSession(), removed.getOrganization().getId());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            forgetRealm(removed.getKeycloakSession(), removed.getRealm().getId());
        }
    }

    /** The hidden group that stands for an organization is none of SCIM's. */
    private static void membersChanged(KeycloakSession session, GroupModel group) {
        if (group.getType() == GroupModel.Type.REALM || group.getParentId() != null) {
            GroupVersions.raise(session, group);
        }
    }

    private static void forgetResource(KeycloakSession session, String id) {
        for (var entity : OF_RESOURCE) {
            // The name is a constant of ours.
            delete(session, "delete from " + entity + " e where e.resourceId = :id", id);
        }
    }

    /** What the tenant has said of somebody is of no use to it once they have left. */
    private static void forgetMember(KeycloakSession session, String tenantId, String userId) {
        for (var column : List.of(
                "ScimValueEntity e where e.scopeId",
                "ScimResourceEntity e where e.scopeId",
                "ScimLinkEntity e where e.tenantId")) {
            Rows.entityManager(session)
                    .createQuery("delete from " + column + " = :tenant and e.resourceId = :id")
                    .setParameter("tenant", tenantId)
                    .setParameter("id", userId)
                    .executeUpdate();
        }
    }

    private static void forgetTenant(KeycloakSession session, String tenantId) {
        delete(session, "delete from ScimValueEntity e where e.scopeId = :id", tenantId);
        for (var entity : ScimEntities.ALL) {
            delete(session, "delete from " + entity + " e where e.tenantId = :id", tenantId);
        }
    }

    private static void forgetRealm(KeycloakSession session, String realmId) {
        delete(
                session,
                "delete from ScimValueEntity e where e.scopeId in"
                        + " (select r.scopeId from ScimResourceEntity r where r.realmId = :id)",
                realmId);
        for (var entity : ScimEntities.ALL) {
            delete(session, "delete from " + entity + " e where e.realmId = :id", realmId);
        }
    }

    private static void delete(KeycloakSession session, String statement, String id) {
        Rows.entityManager(session)
                .createQuery(statement)
                .setParameter("id", id)
                .executeUpdate();
    }
}

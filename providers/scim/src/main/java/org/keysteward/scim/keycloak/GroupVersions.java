package org.keysteward.scim.keycloak;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.Rows;

/** Counts the changes of a group's members, however they come about, so that its entity tag changes. */
final class GroupVersions {
    private GroupVersions() {}

    static void raise(KeycloakSession session, GroupModel group) {
        var now = KernelFactory.of(session).clock().millis();
        if (update(session, group.getId(), now) > 0) {
            return;
        }
        // Nobody has written it by SCIM so far, and somebody may have read it.
        var realm = session.getContext().getRealm();
        var tenant = tenant(group);
        if (realm == null) {
            return;
        }
        var isNew = Rows.insertIfAbsent(
                Rows.entityManager(session),
                "insert into KS_SCIM_RESOURCE (SCOPE_ID, RESOURCE_ID, REALM_ID, TENANT_ID, KIND, CONTENT, CREATED_AT,"
                        + " CHANGED_AT, VERSION) values (?, ?, ?, ?, ?, ?, ?, ?, 1)",
                tenant == null ? realm.getId() : tenant,
                group.getId(),
                realm.getId(),
                tenant == null ? ScimEntities.WHOLE_REALM : tenant,
                Kind.GROUP.name(),
                "{}",
                now,
                now);
        if (!isNew) {
            update(session, group.getId(), now);
        }
    }

    private static int update(KeycloakSession session, String groupId, long now) {
        return Rows.entityManager(session)
                .createQuery("update ScimResourceEntity e set e.version = e.version + 1, e.changedAt = :now"
                        + " where e.resourceId = :id")
                .setParameter("now", now)
                .setParameter("id", groupId)
                .executeUpdate();
    }

    private static @Nullable String tenant(GroupModel group) {
        return group.getType() == GroupModel.Type.REALM || group.getOrganization() == null
                ? null
                : group.getOrganization().getId();
    }
}

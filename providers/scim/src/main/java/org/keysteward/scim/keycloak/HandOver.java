package org.keysteward.scim.keycloak;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.keysteward.scim.keycloak.ConnectionsResource.AdoptedView;

/** Makes one connection's what another one has made, of the same tenant or realm. */
final class HandOver {
    private static final String OWNERS = "update KS_SCIM_RESOURCE set OWNER = ? where OWNER = ? and REALM_ID = ?"
            + " and TENANT_ID = ? and KIND = ?";
    /** An id that the other one has already, of a resource or for it, is the one that counts. */
    private static final String LINKS =
            "update KS_SCIM_LINK set CONNECTION_ID = ? where CONNECTION_ID = ? and REALM_ID = ?"
                    + " and TENANT_ID = ? and not exists (select 1 from KS_SCIM_LINK o where o.CONNECTION_ID = ?"
                    + " and (o.RESOURCE_ID = KS_SCIM_LINK.RESOURCE_ID"
                    + " or (o.KIND = KS_SCIM_LINK.KIND and o.EXTERNAL_ID = KS_SCIM_LINK.EXTERNAL_ID)))";

    private static final String OTHER_LINKS =
            "delete from KS_SCIM_LINK where CONNECTION_ID = ? and REALM_ID = ? and TENANT_ID = ?";

    private final EntityManager entityManager;
    private final String realmId;
    private final String tenantId;

    HandOver(EntityManager entityManager, String realmId, String tenantId) {
        this.entityManager = entityManager;
        this.realmId = realmId;
        this.tenantId = tenantId;
    }

    AdoptedView of(String from, String to) {
        var users = update(OWNERS, to, from, realmId, tenantId, Kind.USER.name());
        var groups = update(OWNERS, to, from, realmId, tenantId, Kind.GROUP.name());
        var externalIds = update(LINKS, to, from, realmId, tenantId, to);
        update(OTHER_LINKS, from, realmId, tenantId);
        return new AdoptedView(users, groups, externalIds);
    }

    private int update(String statement, String... parameters) {
        return entityManager.unwrap(Session.class).doReturningWork(connection -> {
            try (var prepared = connection.prepareStatement(statement)) {
                for (var i = 0; i < parameters.length; i++) {
                    prepared.setString(i + 1, parameters[i]);
                }
                return prepared.executeUpdate();
            }
        });
    }
}

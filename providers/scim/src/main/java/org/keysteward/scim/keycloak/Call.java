package org.keysteward.scim.keycloak;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.Rows;

/** One request to the SCIM server: about whose users and groups, and by whom. */
record Call(ApiRequest request, Scope scope, Source source) {
    KeycloakSession session() {
        return request.session();
    }

    RealmModel realm() {
        return request.realm();
    }

    EntityManager entityManager() {
        return Rows.entityManager(session());
    }

    /** Null where the whole realm is provisioned. */
    @Nullable TenantRef tenant() {
        return scope.tenant();
    }

    ScimAddress address() {
        return ScimAddress.of(session(), tenant());
    }

    long now() {
        return request.clock().millis();
    }

    /** The same in another session. */
    Call in(KeycloakSession other) {
        return new Call(request.in(other), scope, source);
    }
}

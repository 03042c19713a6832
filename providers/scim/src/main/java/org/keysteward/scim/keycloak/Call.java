package org.keysteward.scim.keycloak;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.scim.profile.UserType;

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

    /** What users are in the realm, as it is now. */
    UserType users() {
        return ScimFactory.of(session()).userTypes().of(session(), realm());
    }

    /** The same in another session. */
    Call in(KeycloakSession other) {
        return new Call(request.in(other), scope, source);
    }
}

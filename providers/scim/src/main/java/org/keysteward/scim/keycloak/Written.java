package org.keysteward.scim.keycloak;

import org.keycloak.models.KeycloakSession;

/** Whether an operation has begun to write: what fails before has left nothing behind that would have to be undone. */
final class Written {
    private static final String ATTRIBUTE = "keysteward.scimWritten";

    private Written() {}

    static void mark(KeycloakSession session) {
        session.setAttribute(ATTRIBUTE, true);
    }

    static void clear(KeycloakSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    static boolean isMarked(KeycloakSession session) {
        return session.getAttribute(ATTRIBUTE) != null;
    }
}

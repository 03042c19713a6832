package org.keysteward.kernel.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.Actor;

/** Whom a session of our API acts for, for those who are deep inside Keycloak by the time they ask. */
public final class Caller {
    private static final String ATTRIBUTE = "keysteward.caller";

    private Caller() {}

    static void remember(KeycloakSession session, Actor actor) {
        session.setAttribute(ATTRIBUTE, actor);
    }

    /** The server itself where nobody has come through one of our doors. */
    public static Actor of(KeycloakSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Actor actor ? actor : new Actor.Server();
    }
}

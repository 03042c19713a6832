package org.keysteward.audit.keycloak;

import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Listens to Keycloak's own events. */
public final class AuditEventsFactory implements EventListenerProviderFactory {
    @Override
    public String getId() {
        return "keysteward-audit";
    }

    /** In every realm, without anybody having to switch it on. */
    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new AuditEvents(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    private record AuditEvents(KeycloakSession session) implements EventListenerProvider {
        @Override
        public void onEvent(Event event) {
            if (!AuditFactory.isOff(session)) {
                recorded(() -> new UserEvents(session).on(event));
            }
        }

        @Override
        public void onEvent(AdminEvent event, boolean includeRepresentation) {
            if (!AuditFactory.isOff(session)) {
                recorded(() -> new AdminEvents(session).on(event));
            }
        }

        /** Keycloak logs what a listener throws and goes on: what cannot be recorded must not happen all the same. */
        private void recorded(Runnable recording) {
            try {
                recording.run();
            } catch (RuntimeException e) {
                Pending.of(session).fail(e);
                throw e;
            }
        }

        @Override
        public void close() {}
    }
}

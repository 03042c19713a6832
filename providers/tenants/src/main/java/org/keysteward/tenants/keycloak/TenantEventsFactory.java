package org.keysteward.tenants.keycloak;

import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Listens to what people do: who signs in is active, and who registers by themselves may get a tenant. */
public final class TenantEventsFactory implements EventListenerProviderFactory {
    @Override
    public String getId() {
        return "keysteward-tenants";
    }

    /** In every realm, without anybody having to switch it on. */
    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new TenantEvents(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    private record TenantEvents(KeycloakSession session) implements EventListenerProvider {
        @Override
        public void onEvent(Event event) {
            if (event.getUserId() == null || TenantsFactory.isOff(session)) {
                return;
            }
            var type = event.getType();
            if (type == EventType.LOGIN || type == EventType.REFRESH_TOKEN) {
                TenantsFactory.of(session)
                        .signIns()
                        .note(event.getRealmId(), event.getUserId(), type == EventType.LOGIN);
            } else if (type == EventType.REGISTER) {
                new PersonalTenants(session).registered(event.getUserId());
            }
        }

        @Override
        public void onEvent(AdminEvent event, boolean includeRepresentation) {
            // What administrators do is no sign of a member's life.
        }

        @Override
        public void close() {}
    }
}

package org.keysteward.scim.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.util.JsonSerialization;
import org.keysteward.kernel.keycloak.Requests;

/**
 * Keycloak's own admin events for what SCIM changes, with the provisioning source as who did it. Keycloak's builder
 * wants an administrator, and a source is none.
 */
final class ProvisioningEvents {
    private final Call call;

    ProvisioningEvents(Call call) {
        this.call = call;
    }

    /** @param representation without secrets; null where there is nothing left to show */
    void tell(OperationType operation, ResourceType type, String path, @Nullable Object representation) {
        var event = new AdminEvent();
        event.setId(UUID.randomUUID().toString());
        event.setTime(call.now());
        event.setRealmId(call.realm().getId());
        event.setRealmName(call.realm().getName());
        event.setAuthDetails(who());
        event.setOperationType(operation);
        event.setResourceType(type);
        event.setResourcePath(path);
        event.setRepresentation(representation == null ? null : json(representation));
        send(event);
    }

    private AuthDetails who() {
        var actor = call.request().actor();
        var who = new AuthDetails();
        who.setRealmId(call.realm().getId());
        who.setRealmName(call.realm().getName());
        who.setClientId(call.source().key());
        who.setUserId(actor.id());
        who.setIpAddress(Requests.address(call.session()).orElse(null));
        return who;
    }

    private void send(AdminEvent event) {
        var details = call.realm().isAdminEventsDetailsEnabled();
        if (call.realm().isAdminEventsEnabled()) {
            var store = call.session().getProvider(EventStoreProvider.class);
            if (store != null) {
                store.onEvent(event, details);
            }
        }
        var listeners = new HashSet<>(call.realm().getEventsListenersStream().toList());
        call.session()
                .getKeycloakSessionFactory()
                .getProviderFactoriesStream(EventListenerProvider.class)
                .filter(factory -> listeners.contains(factory.getId())
                        || (factory instanceof EventListenerProviderFactory listener && listener.isGlobal()))
                .forEach(factory -> ((EventListenerProvider) factory.create(call.session())).onEvent(event, details));
    }

    private static String json(Object representation) {
        try {
            return JsonSerialization.writeValueAsString(representation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.keysteward.scim.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.util.JsonSerialization;
import org.keysteward.kernel.keycloak.Requests;

/**
 * Keycloak's own admin events for what SCIM changes, with the provisioning source as who did it. Keycloak's builder
 * wants an administrator, and a source is none.
 */
final class ProvisioningEvents {
    private static final Logger LOG = Logger.getLogger(ProvisioningEvents.class);

    private final Call call;

    ProvisioningEvents(Call call) {
        this.call = call;
    }

    void created(UserModel user) {
        tell(OperationType.CREATE, ResourceType.USER, "users/" + user.getId(), representation(user));
    }

    void changed(UserModel user) {
        tell(OperationType.UPDATE, ResourceType.USER, "users/" + user.getId(), representation(user));
    }

    void userRemoved(String id) {
        tell(OperationType.DELETE, ResourceType.USER, "users/" + id, null);
    }

    void created(GroupModel group) {
        tell(OperationType.CREATE, groupType(), groupPath(group.getId()), representation(group));
    }

    void changed(GroupModel group) {
        tell(OperationType.UPDATE, groupType(), groupPath(group.getId()), representation(group));
    }

    void groupRemoved(String id) {
        tell(OperationType.DELETE, groupType(), groupPath(id), null);
    }

    void joined(GroupModel group, UserModel user) {
        membership(OperationType.CREATE, group, user);
    }

    void left(GroupModel group, UserModel user) {
        membership(OperationType.DELETE, group, user);
    }

    private void membership(OperationType operation, GroupModel group, UserModel user) {
        var shown = representation(group);
        shown.setPath("/" + group.getName());
        if (call.tenant() == null) {
            tell(operation, ResourceType.GROUP_MEMBERSHIP, "users/" + user.getId() + "/groups/" + group.getId(), shown);
        } else {
            tell(
                    operation,
                    ResourceType.ORGANIZATION_GROUP_MEMBERSHIP,
                    groupPath(group.getId()) + "/members/" + user.getId(),
                    shown);
        }
    }

    private ResourceType groupType() {
        return call.tenant() == null ? ResourceType.GROUP : ResourceType.ORGANIZATION_GROUP;
    }

    private String groupPath(String id) {
        var tenant = call.tenant();
        return tenant == null ? "groups/" + id : "organizations/" + tenant.id() + "/groups/" + id;
    }

    /** Without secrets. */
    private static UserRepresentation representation(UserModel user) {
        var shown = new UserRepresentation();
        shown.setId(user.getId());
        shown.setUsername(user.getUsername());
        shown.setEmail(user.getEmail());
        shown.setFirstName(user.getFirstName());
        shown.setLastName(user.getLastName());
        shown.setEnabled(user.isEnabled());
        shown.setEmailVerified(user.isEmailVerified());
        return shown;
    }

    private static GroupRepresentation representation(GroupModel group) {
        var shown = new GroupRepresentation();
        shown.setId(group.getId());
        shown.setName(group.getName());
        return shown;
    }

    private void tell(OperationType operation, ResourceType type, String path, @Nullable Object representation) {
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
        var who = new AuthDetails();
        who.setRealmId(call.realm().getId());
        who.setRealmName(call.realm().getName());
        who.setClientId(call.source().key());
        who.setUserId(call.request().actor().id());
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
                .forEach(factory -> send(factory, event, details));
    }

    /** As Keycloak does it: a listener that fails is logged, and one that must not fail sees to that itself. */
    private void send(ProviderFactory<?> factory, AdminEvent event, boolean details) {
        try {
            ((EventListenerProvider) factory.create(call.session())).onEvent(event, details);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The event listener %s failed", factory.getId());
        }
    }

    private static String json(Object representation) {
        try {
            return JsonSerialization.writeValueAsString(representation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

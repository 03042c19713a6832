package org.keysteward.audit.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keysteward.audit.Draft;
import org.keysteward.audit.catalogue.AdminPath;
import org.keysteward.audit.catalogue.Catalogue;
import org.keysteward.audit.changes.Change;
import org.keysteward.audit.changes.Difference;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.keycloak.Caller;

/** What administrators change through Keycloak's own API and console. */
final class AdminEvents {
    private static final Logger LOG = Logger.getLogger(AdminEvents.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> NAMED = Set.of(
            "CLIENT",
            "CLIENT_SCOPE",
            "REALM_ROLE",
            "CLIENT_ROLE",
            "GROUP",
            "IDENTITY_PROVIDER",
            "AUTH_FLOW",
            "COMPONENT",
            "PROTOCOL_MAPPER",
            "ORGANIZATION");
    private static final String STATES = "keysteward.audit.states";
    private static final String REALM = "REALM";
    private static final String MEMBERSHIP = "ORGANIZATION_MEMBERSHIP";

    private final KeycloakSession session;
    private final Drafting drafting;

    AdminEvents(KeycloakSession session) {
        this.session = session;
        this.drafting = new Drafting(session);
    }

    void on(AdminEvent event) {
        var type = event.getResourceTypeAsString();
        var operation = event.getOperationType();
        var action = Catalogue.ofAdminEvent(type, operation.name(), event.getResourcePath());
        var path = AdminPath.parse(type, event.getResourcePath());
        var person = path.user() == null ? personOfDetails(event) : path.user();
        var draft = drafting.begin(event.getRealmId(), Instant.ofEpochMilli(event.getTime()), action, "admin-event")
                .tenant(path.tenant());
        who(draft, event);
        target(draft, event, path, person);
        // What was imported is REALM, whatever it is.
        var kind = type.equals(REALM) ? path.targetType().toUpperCase(Locale.ROOT) : type;
        drafting.changes(draft, kind, person, changes(event, type));
        draft.says(facts(event, type, path, person));
        Pending.of(session).add(draft, Pending.Lasting.WITH_THE_TRANSACTION);
    }

    private void who(Draft draft, AdminEvent event) {
        var who = event.getAuthDetails();
        if (Caller.of(session) instanceof Actor.Connection connection) {
            draft.actor(connection.type(), connection.id());
            if (connection.tenantId() != null) {
                draft.tenant(connection.tenantId());
            }
            return;
        }
        if (who == null) {
            draft.actor("server", "server");
            return;
        }
        var realm = session.realms().getRealm(who.getRealmId());
        var user = realm == null ? null : drafting.user(realm, who.getUserId()).orElse(null);
        var service = user != null && user.getServiceAccountClientLink() != null;
        var client = realm == null ? null : session.clients().getClientById(realm, who.getClientId());
        draft.actor(service ? "service-account" : "administrator", who.getUserId())
                .actorMember("client", client == null ? who.getClientId() : client.getClientId());
        drafting.actorName(draft, user);
        drafting.origin(
                draft,
                who.getUserId() == null ? Drafting.unknownPerson(draft.time()) : who.getUserId(),
                who.getIpAddress());
    }

    private void target(Draft draft, AdminEvent event, AdminPath path, @Nullable String person) {
        if (person != null) {
            draft.target("user", person);
            drafting.targetName(draft, drafting.user(realm(event), person).orElse(null));
            return;
        }
        draft.target(path.targetType(), path.targetId() == null ? event.getRealmId() : path.targetId())
                .targetName(nameIn(event));
    }

    /** What the thing is called, where the event says it; of things that people are not. */
    private static @Nullable String nameIn(AdminEvent event) {
        if (event.getRepresentation() == null || !NAMED.contains(event.getResourceTypeAsString())) {
            return null;
        }
        try {
            var sent = MAPPER.readTree(event.getRepresentation());
            for (var member : List.of("clientId", "alias", "name")) {
                if (sent.path(member).isTextual()) {
                    return sent.path(member).asText();
                }
            }
        } catch (JsonProcessingException e) {
            return null;
        }
        return null;
    }

    /** Who is added to an organization is named in the event's details alone. */
    private @Nullable String personOfDetails(AdminEvent event) {
        var details = event.getDetails();
        if (!event.getResourceTypeAsString().equals(MEMBERSHIP) || details == null) {
            return null;
        }
        var username = details.get(UserModel.USERNAME);
        var user = username == null ? null : session.users().getUserByUsername(realm(event), username);
        return user == null ? null : user.getId();
    }

    private List<Change> changes(AdminEvent event, String type) {
        if (event.getOperationType() == OperationType.ACTION || type.equals(MEMBERSHIP)) {
            return List.of();
        }
        if (type.equals("GROUP_MEMBERSHIP") || type.equals("ORGANIZATION_GROUP_MEMBERSHIP")) {
            return membership(event);
        }
        if (isOfAnotherRealm(event)) {
            return List.of();
        }
        var subject = States.Subject.of(type, event.getResourcePath());
        return subject.map(known -> compared(event, known)).orElseGet(() -> sent(event));
    }

    /** What Keycloak itself cannot put into words, such as a provider whose JAR is gone, can still be removed. */
    private List<Change> compared(AdminEvent event, States.Subject subject) {
        try {
            return known(event, subject);
        } catch (RuntimeException e) {
            LOG.warnf(e, "What has changed of a %s is recorded as it was sent", subject.resourceType());
            return sent(event).stream().map(Change::withoutBefore).toList();
        }
    }

    /** What differs between before and now. */
    private List<Change> known(AdminEvent event, States.Subject subject) {
        var states = states();
        var now = event.getOperationType() == OperationType.DELETE ? null : States.of(session, realm(event), subject);
        Optional<BeforeReader.Before> before;
        if (states.containsKey(subject)) {
            // Changed before in this transaction, which another one cannot see.
            before = Optional.of(new BeforeReader.Before(states.get(subject)));
        } else if (event.getOperationType() == OperationType.CREATE) {
            before = Optional.of(new BeforeReader.Before(null));
        } else {
            before = AuditFactory.of(session)
                    .before()
                    .read(session.getKeycloakSessionFactory(), event.getRealmId(), subject);
        }
        states.put(subject, now);
        if (before.isEmpty()) {
            return sent(event).stream().map(Change::withoutBefore).toList();
        }
        return Difference.between(comparable(before.get().state()), comparable(now));
    }

    /** Where nothing can be compared: what the event says was made, changed or removed. */
    private static List<Change> sent(AdminEvent event) {
        if (event.getRepresentation() == null) {
            return List.of();
        }
        Object sent;
        try {
            sent = MAPPER.readValue(event.getRepresentation(), Object.class);
        } catch (JsonProcessingException e) {
            return List.of();
        }
        var removed = event.getOperationType() == OperationType.DELETE;
        if (sent instanceof List<?> list) {
            return elements(list, removed);
        }
        var changes = removed ? Difference.between(sent, null) : Difference.between(null, sent);
        return event.getOperationType() == OperationType.UPDATE
                ? changes.stream().map(Change::withoutBefore).toList()
                : changes;
    }

    /** The event has the whole group; what has changed is that somebody is in it. */
    private static List<Change> membership(AdminEvent event) {
        var groups = new ArrayList<Change>();
        for (var change : sent(event)) {
            if (change.pointer().equals("/path")) {
                groups.add(new Change("/groups/0", change.before(), change.after()));
            }
        }
        return groups;
    }

    /** Whoever makes or removes a realm does it in their own, and the path has the other one's name. */
    private static boolean isOfAnotherRealm(AdminEvent event) {
        return event.getResourceTypeAsString().equals(REALM)
                && (event.getOperationType() == OperationType.CREATE
                        || event.getOperationType() == OperationType.DELETE)
                && event.getResourcePath() != null
                && !event.getResourcePath().contains("/");
    }

    /** Of roles and the like, the name is enough. */
    private static List<Change> elements(List<?> list, boolean removed) {
        var changes = new ArrayList<Change>();
        for (var i = 0; i < list.size() && changes.size() < Difference.MOST_CHANGES; i++) {
            var element =
                    list.get(i) instanceof Map<?, ?> map && map.get("name") instanceof String name ? name : list.get(i);
            changes.add(removed ? new Change("/" + i, element, null) : new Change("/" + i, null, element));
        }
        return changes;
    }

    private static @Nullable Object comparable(@Nullable Object state) {
        return state == null ? null : States.comparable(state);
    }

    private RealmModel realm(AdminEvent event) {
        var current = session.getContext().getRealm();
        if (current != null && current.getId().equals(event.getRealmId())) {
            return current;
        }
        var realm = session.realms().getRealm(event.getRealmId());
        return realm == null ? current : realm;
    }

    @SuppressWarnings("unchecked")
    private Map<States.Subject, @Nullable Object> states() {
        if (session.getAttribute(STATES) instanceof Map<?, ?> known) {
            return (Map<States.Subject, @Nullable Object>) known;
        }
        var states = new HashMap<States.Subject, @Nullable Object>();
        session.setAttribute(STATES, states);
        return states;
    }

    private static List<String> facts(AdminEvent event, String type, AdminPath path, @Nullable String user) {
        var id = String.valueOf(path.targetId());
        return switch (type) {
            case REALM -> isOfAnotherRealm(event) ? List.of(Facts.EVERYTHING) : List.of();
            case "USER" -> user == null ? List.of() : Facts.everythingOf(user);
            case "REALM_ROLE_MAPPING", "CLIENT_ROLE_MAPPING" -> user == null ? List.of() : List.of(Facts.roles(user));
            case "GROUP_MEMBERSHIP", "ORGANIZATION_GROUP_MEMBERSHIP" ->
                user == null ? List.of() : List.of(Facts.groups(user));
            case MEMBERSHIP -> user == null ? List.of() : List.of(Facts.member(String.valueOf(path.tenant()), user));
            case "ORGANIZATION" -> List.of(Facts.tenant(id));
            case "CLIENT" -> List.of(Facts.client(id));
            case "GROUP", "ORGANIZATION_GROUP" -> List.of(Facts.group(id));
            case "REALM_ROLE", "CLIENT_ROLE" -> List.of(Facts.role(id));
            default -> List.of();
        };
    }
}

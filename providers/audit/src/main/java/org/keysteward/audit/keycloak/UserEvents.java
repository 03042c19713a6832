package org.keysteward.audit.keycloak;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keysteward.audit.Draft;
import org.keysteward.audit.catalogue.Catalogue;
import org.keysteward.audit.catalogue.EventDetails;
import org.keysteward.kernel.AuditEntry.Category;

/** What people and applications do: sign in, refresh, change their account. */
final class UserEvents {
    private static final String USER = "USER";

    private final KeycloakSession session;
    private final Drafting drafting;

    UserEvents(KeycloakSession session) {
        this.session = session;
        this.drafting = new Drafting(session);
    }

    void on(Event event) {
        var type = event.getType().name();
        if (Catalogue.isRepetition(type)) {
            return;
        }
        var details = event.getDetails() == null ? Map.<String, String>of() : event.getDetails();
        var known = Catalogue.ofUserEvent(type, details);
        var draft =
                drafting.begin(event.getRealmId(), Instant.ofEpochMilli(event.getTime()), known.action(), "user-event");
        var user = drafting.user(session.getContext().getRealm(), event.getUserId())
                .orElse(null);
        who(draft, event, details, user);
        target(draft, event, known.targetType(), user);
        draft.tenant(tenant(details)).details(EventDetails.plain(details));
        drafting.changes(draft, USER, event.getUserId(), EventDetails.changes(details));
        if (!known.success()) {
            draft.failed(event.getError() == null ? "unknown" : event.getError());
        }
        draft.says(facts(event));
        var pending = Pending.of(session);
        if (event.getType() == EventType.INVITE_ORG) {
            pending.addUnlessSaid(draft, Facts.accepted(String.valueOf(details.get(Details.ORG_ID))));
            return;
        }
        pending.add(draft, lasting(known.action().category(), known.success()));
    }

    private static Pending.Lasting lasting(Category category, boolean success) {
        if (category == Category.AUTHENTICATION) {
            return Pending.Lasting.SPOOLED;
        }
        return success ? Pending.Lasting.WITH_THE_TRANSACTION : Pending.Lasting.IN_ANY_CASE;
    }

    private void who(Draft draft, Event event, Map<String, String> details, @Nullable UserModel user) {
        var userId = event.getUserId();
        draft.actor(userId == null ? event.getClientId() == null ? "anonymous" : "client" : "user", userId)
                .actorMember("client", event.getClientId())
                .actorMember("session", event.getSessionId());
        drafting.origin(draft, userId == null ? Drafting.unknownPerson(draft.time()) : userId, event.getIpAddress());
        if (userId != null) {
            drafting.actorName(draft, user);
            return;
        }
        var typed = details.get(Details.USERNAME);
        if (typed != null) {
            // People type passwords where names belong.
            draft.actor("anonymous", null)
                    .actorMember(
                            "usernameHash",
                            AuditFactory.of(session).keys().index().username(event.getRealmId(), typed));
        }
    }

    private void target(Draft draft, Event event, String targetType, @Nullable UserModel user) {
        if (targetType.equals("user")) {
            draft.target(targetType, event.getUserId());
            drafting.targetName(draft, user);
            return;
        }
        draft.target(targetType, event.getClientId()).targetName(event.getClientId());
    }

    private @Nullable String tenant(Map<String, String> details) {
        var named = details.get(Details.ORG_ID);
        if (named != null) {
            return named;
        }
        OrganizationModel selected = session.getContext().getOrganization();
        return selected == null ? null : selected.getId();
    }

    private static List<String> facts(Event event) {
        var userId = event.getUserId();
        if (userId == null) {
            return List.of();
        }
        return switch (event.getType()) {
            case REGISTER, DELETE_ACCOUNT -> Facts.everythingOf(userId);
            case IDENTITY_PROVIDER_FIRST_LOGIN,
                    IDENTITY_PROVIDER_LINK_ACCOUNT,
                    FEDERATED_IDENTITY_LINK,
                    FEDERATED_IDENTITY_OVERRIDE_LINK,
                    REMOVE_FEDERATED_IDENTITY -> List.of(Facts.identities(userId));
            default -> List.of();
        };
    }
}

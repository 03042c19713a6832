package org.keysteward.audit.keycloak;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keysteward.audit.Draft;
import org.keysteward.audit.catalogue.Action;
import org.keysteward.audit.changes.Change;
import org.keysteward.audit.changes.Personal;
import org.keysteward.audit.changes.Redaction;
import org.keysteward.kernel.keycloak.Requests;

/** Begins records with what every one of a session has in common, and adds people and changes to them. */
final class Drafting {
    private static final Logger LOG = Logger.getLogger(Drafting.class);
    /** An IPv6 address with its zone; whatever a proxy passes on is no longer one. */
    private static final int MAX_ADDRESS = 64;

    private static final int MAX_USER_AGENT = 512;

    private final KeycloakSession session;
    private final AuditFactory audit;

    Drafting(KeycloakSession session) {
        this.session = session;
        this.audit = AuditFactory.of(session);
    }

    Draft begin(String realmId, Instant time, Action action, String source) {
        return new Draft(audit.ids().next(), realmId, time, action.category(), action.key(), source)
                .tags(action.tagTexts())
                .requestId(Requests.id(session).value());
    }

    /** Where the request came from, which says who somebody is. */
    void origin(Draft draft, String person, @Nullable String ip) {
        if (ip != null) {
            draft.actorPersonal("ip", new Draft.Personal(person, Draft.Kind.ADDRESS, cut(ip, MAX_ADDRESS), List.of()));
        }
        Requests.header(session, HttpHeaders.USER_AGENT)
                .map(agent -> cut(agent, MAX_USER_AGENT))
                .ifPresent(agent -> draft.actorPersonal(
                        "userAgent", new Draft.Personal(person, Draft.Kind.VALUE, agent, List.of())));
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    void actorName(Draft draft, @Nullable UserModel user) {
        if (user != null && user.getUsername() != null) {
            draft.actorPersonal("name", name(user));
        }
    }

    void targetName(Draft draft, @Nullable UserModel user) {
        if (user != null && user.getUsername() != null) {
            draft.targetPersonal(name(user));
        }
    }

    /** Whom an id belongs to; a directory that does not answer must not keep anything from being recorded. */
    Optional<UserModel> user(RealmModel realm, @Nullable String userId) {
        if (userId == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(session.users().getUserById(realm, userId));
        } catch (RuntimeException e) {
            LOG.debugf(e, "The name of user %s is not to be had", userId);
            return Optional.empty();
        }
    }

    /** Somebody of the session's realm, or an administrator of master. */
    Optional<UserModel> anyUser(String userId) {
        var here = user(session.getContext().getRealm(), userId);
        if (here.isPresent()) {
            return here;
        }
        var master = session.realms().getRealmByName(Config.getAdminRealm());
        return master == null ? Optional.empty() : user(master, userId);
    }

    /** @param person whom a value of a personal member says something of; null where that is unknown */
    void changes(Draft draft, String resourceType, @Nullable String person, List<Change> changes) {
        var redaction = Redaction.of(resourceType);
        for (var change : redaction.apply(changes)) {
            var whose = Personal.isPersonal(resourceType, change.pointer())
                    ? person == null ? unknownPerson(draft.time()) : person
                    : null;
            draft.change(
                    change.pointer(),
                    LargeValues.bounded(change.before()),
                    LargeValues.bounded(change.after()),
                    change.beforeUnknown(),
                    isRedacted(change) ? null : whose);
        }
    }

    /** There is nothing left to be kept apart. */
    private static boolean isRedacted(Change change) {
        return Redaction.REDACTED.equals(change.before()) || Redaction.REDACTED.equals(change.after());
    }

    /** For what says something of somebody whose id nobody knows: all of a month have one key. */
    static String unknownPerson(Instant time) {
        return "unknown-" + YearMonth.from(time.atZone(ZoneOffset.UTC));
    }

    private static Draft.Personal name(UserModel user) {
        var first = user.getFirstName();
        var last = user.getLastName();
        var aliases = new ArrayList<String>();
        Stream.of(user.getEmail(), first, last, first == null || last == null ? null : first + " " + last)
                .filter(alias -> alias != null && !alias.isBlank())
                .forEach(aliases::add);
        return new Draft.Personal(user.getId(), Draft.Kind.NAME, user.getUsername(), aliases);
    }
}

package org.keysteward.audit.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keysteward.audit.catalogue.Action;
import org.keysteward.audit.catalogue.Catalogue;
import org.keysteward.audit.changes.Change;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.AuditTrailProvider;
import org.keysteward.kernel.keycloak.AuditTrailProviderFactory;
import org.keysteward.kernel.keycloak.Requests;

/** Keeps what Keysteward itself changes, wherever the capability is on. */
public final class AuditTrailFactory implements AuditTrailProviderFactory {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Targets that are people. */
    private static final Set<String> PEOPLE = Set.of("user", "member");

    /** A target that is a user of whom nothing is to be kept but the id. */
    static final String NAMELESS = "person";

    @Override
    public String getId() {
        return "audit";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public AuditTrailProvider create(KeycloakSession session) {
        if (AuditFactory.isOff(session)) {
            return session.getProvider(AuditTrailProvider.class, "log");
        }
        return entry -> record(session, entry);
    }

    private static void record(KeycloakSession session, AuditEntry entry) {
        var audit = AuditFactory.of(session);
        var drafting = new Drafting(session);
        var realm = session.getContext().getRealm();
        var action = Catalogue.find(entry.action())
                .orElseGet(() -> new Action(entry.action(), entry.category(), Set.of(), entry.action()));
        var draft = drafting.begin(realm.getId(), audit.clock().instant(), action, "keysteward")
                .tenant(entry.tenant() == null ? null : entry.tenant().id());

        var actor = entry.actor();
        draft.actor(actor.type(), actor.id())
                .actorMember("client", actor.client())
                .actorMember("tenantRole", tenantRole(actor, entry.tenant()));
        if (actor instanceof Actor.Administrator || actor instanceof Actor.Member) {
            drafting.actorName(draft, drafting.anyUser(actor.id()).orElse(null));
            drafting.origin(draft, actor.id(), Requests.address(session).orElse(null));
        }
        var target = entry.target();
        var person = PEOPLE.contains(target.type()) ? target.id() : null;
        draft.target(person == null && !target.type().equals(NAMELESS) ? target.type() : "user", target.id());
        if (person != null) {
            drafting.targetName(draft, drafting.user(realm, person).orElse(null));
        }
        drafting.changes(
                draft,
                target.type(),
                person,
                entry.changes().stream()
                        .map(change -> new Change(change.pointer(), tree(change.before()), tree(change.after())))
                        .toList());
        if (!entry.outcome().success()) {
            draft.failed(String.valueOf(entry.outcome().reason()));
        }
        draft.says(facts(entry, person));
        Pending.of(session)
                .add(
                        draft,
                        entry.outcome().success() ? Pending.Lasting.WITH_THE_TRANSACTION : Pending.Lasting.IN_ANY_CASE);
    }

    private static @Nullable String tenantRole(Actor actor, @Nullable TenantRef tenant) {
        return tenant == null ? null : actor.role(tenant).orElse(null);
    }

    private static List<String> facts(AuditEntry entry, @Nullable String person) {
        var tenant = entry.tenant();
        if (tenant == null) {
            return List.of();
        }
        if (entry.action().equals("invitation.accepted")) {
            return List.of(
                    Facts.accepted(tenant.id()),
                    Facts.member(tenant.id(), entry.actor().id()));
        }
        return person == null ? List.of(Facts.tenant(tenant.id())) : List.of(Facts.member(tenant.id(), person));
    }

    private static @Nullable Object tree(@Nullable Object value) {
        return value == null ? null : MAPPER.convertValue(value, Object.class);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

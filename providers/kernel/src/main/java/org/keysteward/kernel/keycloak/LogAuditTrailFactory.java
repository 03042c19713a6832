package org.keysteward.kernel.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.UuidV7;

/**
 * The audit trail while no capability keeps one: a line of JSON in the server's log, category {@code
 * org.keysteward.audit}, written once the change is committed.
 */
public final class LogAuditTrailFactory implements AuditTrailProviderFactory {
    private static final Logger AUDIT = Logger.getLogger("org.keysteward.audit");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Clock clock = Clock.systemUTC();
    private final UuidV7 ids = new UuidV7(clock);

    @Override
    public String getId() {
        return "log";
    }

    @Override
    public AuditTrailProvider create(KeycloakSession session) {
        return entry -> {
            var line = line(session, entry);
            session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
                @Override
                protected void commitImpl() {
                    AUDIT.info(line);
                }

                @Override
                protected void rollbackImpl() {
                    // What did not happen is not recorded; that it was refused did happen.
                    if (!entry.outcome().success()) {
                        AUDIT.info(line);
                    }
                }
            });
        };
    }

    private String line(KeycloakSession session, AuditEntry entry) {
        var record = new LinkedHashMap<String, @Nullable Object>();
        record.put("id", ids.next().toString());
        record.put("time", clock.instant().toString());
        record.put("realm", session.getContext().getRealm().getName());
        record.put("tenant", entry.tenant() == null ? null : entry.tenant().alias());
        record.put("category", entry.category().name().toLowerCase(Locale.ROOT));
        record.put("action", entry.action());
        record.put("actor", actor(entry));
        record.put("target", entry.target());
        record.put("outcome", entry.outcome());
        record.put("changes", entry.changes());
        record.put("requestId", Requests.id(session).value());
        try {
            return MAPPER.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An audit entry is made of texts and numbers", e);
        }
    }

    private static Map<String, @Nullable Object> actor(AuditEntry entry) {
        var actor = new LinkedHashMap<String, @Nullable Object>();
        actor.put("type", entry.actor().type());
        actor.put("id", entry.actor().id());
        actor.put("client", entry.actor().client());
        return actor;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

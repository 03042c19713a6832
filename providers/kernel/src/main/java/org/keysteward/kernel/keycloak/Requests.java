package org.keysteward.kernel.keycloak;

import jakarta.enterprise.context.ContextNotActiveException;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.MDC;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;
import org.keysteward.kernel.RequestId;
import org.keysteward.kernel.UuidV7;

/** The id of the request that a session serves. */
public final class Requests {
    private static final String ATTRIBUTE = "keysteward.requestId";
    private static final String MDC_KEY = "requestId";
    private static final UuidV7 IDS = new UuidV7(Clock.systemUTC());

    private Requests() {}

    /** The caller's own id, or a new one; sent back, and put before every log line of this request. */
    public static RequestId id(KeycloakSession session) {
        if (session.getAttribute(ATTRIBUTE) instanceof RequestId known) {
            return known;
        }
        var id = ofCaller(session).orElseGet(() -> new RequestId(IDS.next().toString()));
        session.setAttribute(ATTRIBUTE, id);
        MDC.put(MDC_KEY, id.value());
        session.enlistForClose(new ForgetOnClose());
        return id;
    }

    /** Another session works for the same request. */
    static void adopt(KeycloakSession session, RequestId id) {
        session.setAttribute(ATTRIBUTE, id);
    }

    /** The address that the request came from; empty for scheduled work. */
    public static Optional<String> address(KeycloakSession session) {
        try {
            return Optional.ofNullable(session.getContext().getConnection()).map(ClientConnection::getRemoteHost);
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
    }

    /** A header of the request; empty for scheduled work. */
    public static Optional<String> header(KeycloakSession session, String name) {
        try {
            return Optional.ofNullable(session.getContext().getRequestHeaders())
                    .map(headers -> headers.getHeaderString(name));
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
    }

    /** Scheduled work has no caller, and nobody to answer. */
    private static Optional<RequestId> ofCaller(KeycloakSession session) {
        try {
            var headers = session.getContext().getHttpRequest().getHttpHeaders();
            var id = RequestId.accept(headers.getHeaderString(RequestId.HEADER))
                    .orElseGet(() -> new RequestId(IDS.next().toString()));
            session.getContext().getHttpResponse().setHeader(RequestId.HEADER, id.value());
            return Optional.of(id);
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
    }

    private static final class ForgetOnClose implements Provider {
        @Override
        public void close() {
            MDC.remove(MDC_KEY);
        }
    }
}

package org.keysteward.kernel.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;

/** Problems as responses (RFC 9457). */
final class ProblemResponses {
    private static final String MEDIA_TYPE = "application/problem+json";

    private static final String FORM = "keysteward.errorForm";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ProblemResponses() {}

    /** From now on, this request's errors have the form. */
    static void use(KeycloakSession session, ErrorForm form) {
        session.setAttribute(FORM, form);
    }

    static String mediaType(KeycloakSession session) {
        return session.getAttribute(FORM) instanceof ErrorForm form ? form.mediaType() : MEDIA_TYPE;
    }

    static int status(KeycloakSession session, Problem problem) {
        return session.getAttribute(FORM) instanceof ErrorForm form
                ? form.status(problem)
                : problem.type().status();
    }

    static Response of(KeycloakSession session, Problem problem) {
        var response = Response.status(status(session, problem))
                .type(mediaType(session))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body(session, problem));
        if (problem.type().equals(ProblemType.UNAUTHENTICATED)) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, challenge(session));
        }
        return response.build();
    }

    /** How to authenticate (RFC 6750, section 3). */
    static String challenge(KeycloakSession session) {
        var realm = session.getContext().getRealm();
        return "Bearer" + (realm == null ? "" : " realm=\"" + quoted(realm.getName()) + "\"");
    }

    static String body(KeycloakSession session, Problem problem) {
        if (session.getAttribute(FORM) instanceof ErrorForm form) {
            return form.body(problem, Requests.id(session));
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("type", problem.type().urn());
        body.put("title", problem.type().title());
        body.put("status", problem.type().status());
        body.put("detail", problem.detail());
        body.put("requestId", Requests.id(session).value());
        if (!problem.errors().isEmpty()) {
            body.put("errors", problem.errors());
        }
        body.putAll(problem.extensions());
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is made of texts and numbers", e);
        }
    }

    private static String quoted(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}

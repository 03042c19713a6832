package org.keysteward.kernel.keycloak;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.keycloak.http.HttpResponse;
import org.keycloak.services.cors.Cors;

/** Answers a browser that asks whether it may call; whether this origin may, is decided with the token. */
public final class Preflight {
    static final String[] METHODS = {"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"};
    static final String[] EXPOSED_HEADERS = {"ETag", "Location", "X-Request-Id", "Retry-After", "Idempotency-Replayed"};

    private static final String OWN_HEADERS = "If-Match, If-None-Match, Idempotency-Key, X-Request-Id";

    private final HttpResponse response;

    Preflight(HttpResponse response) {
        this.response = response;
    }

    @OPTIONS
    public Response here() {
        Cors.builder().preflight().allowedMethods(METHODS).auth().add();
        // Keycloak allows the headers that its server option names; ours come on top of those.
        response.addHeader(Cors.ACCESS_CONTROL_ALLOW_HEADERS, OWN_HEADERS);
        return Response.noContent().build();
    }

    @OPTIONS
    @Path("{below:.+}")
    public Response below() {
        return here();
    }
}

package org.keysteward.kernel.keycloak;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.keycloak.services.cors.Cors;

/** Answers a browser that asks whether it may call; whether this origin may, is decided with the token. */
public final class Preflight {
    static final String[] METHODS = {"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"};
    static final String[] EXPOSED_HEADERS = {"ETag", "Location", "X-Request-Id", "Retry-After", "Idempotency-Replayed"};

    @OPTIONS
    public Response here() {
        return Cors.builder().preflight().allowedMethods(METHODS).auth().add(Response.noContent());
    }

    @OPTIONS
    @Path("{below:.+}")
    public Response below() {
        return here();
    }
}

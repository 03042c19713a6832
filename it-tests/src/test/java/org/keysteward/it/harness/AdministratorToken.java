package org.keysteward.it.harness;

import static io.restassured.RestAssured.given;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keysteward.launcher.ServerOptions;

/** The master administrator's access token, fetched again before it expires. */
final class AdministratorToken {
    /** The master realm's access tokens live for 60 s; a request may take a while. */
    private static final Duration USED_FOR = Duration.ofSeconds(40);

    private final URI server;
    private final Clock clock = Clock.systemUTC();
    private @Nullable String token;
    private Instant goodUntil = Instant.MIN;

    AdministratorToken(URI server) {
        this.server = server;
    }

    /** Synchronized, because tests ask from many threads at once. */
    synchronized String current() {
        String current = token;
        if (current == null || clock.instant().isAfter(goodUntil)) {
            goodUntil = clock.instant().plus(USED_FOR);
            current = fetched();
            token = current;
        }
        return current;
    }

    private String fetched() {
        return given().baseUri(server.toString())
                .formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", ServerOptions.ADMINISTRATOR)
                .formParam("password", ServerOptions.ADMINISTRATOR_PASSWORD)
                .post("/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}

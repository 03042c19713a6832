package org.keysteward.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Base64;

/** What the token endpoint has issued. */
public record Tokens(String access, String refresh, String id) {
    static Tokens of(Response response) {
        JsonPath body = response.jsonPath();
        return new Tokens(body.getString("access_token"), body.getString("refresh_token"), body.getString("id_token"));
    }

    /** The claims of the access token; nobody checks its signature here. */
    public JsonPath accessClaims() {
        return claims(access);
    }

    public JsonPath idClaims() {
        return claims(id);
    }

    private static JsonPath claims(String token) {
        return new JsonPath(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8));
    }
}

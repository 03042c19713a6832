package org.keysteward.it.scim;

import io.restassured.config.EncoderConfig;
import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.it.harness.TestRealm;

/** A provisioning source with a connection of its own, as Entra ID or Okta have. */
public final class Provisioner {
    static final String MEDIA_TYPE = "application/scim+json";
    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private final TestRealm realm;
    private final String path;
    private final String connection;
    private final String token;

    private Provisioner(TestRealm realm, String path, String connection, String token) {
        this.realm = realm;
        this.path = path;
        this.connection = connection;
        this.token = token;
    }

    static Provisioner ofRealm(TestRealm realm) {
        return made(realm, realm.adminDoor(), "/v1/scim-connections", "/scim/v2", Map.of("name", "directory"));
    }

    static Provisioner of(TestRealm realm, String tenant) {
        return of(realm, realm.adminDoor(), tenant, Map.of("name", "directory of " + tenant));
    }

    /** @param maker a request in the name of who makes the connection */
    static Provisioner of(TestRealm realm, RequestSpecification maker, String tenant, Map<String, ?> body) {
        return made(
                realm, maker, "/v1/tenants/" + tenant + "/scim-connections", "/tenants/" + tenant + "/scim/v2", body);
    }

    private static Provisioner made(
            TestRealm realm, RequestSpecification maker, String connections, String path, Map<String, ?> body) {
        String id = maker.body(body)
                .post(connections.substring(3))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String token = realm.adminDoor()
                .body(Map.of())
                .post(connections.substring(3) + "/" + id + "/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("value");
        return new Provisioner(realm, path, id, token);
    }

    String connection() {
        return connection;
    }

    String token() {
        return token;
    }

    /** For requests that are to be sent as they are, byte for byte. */
    Wire wire() {
        return new Wire(realm.keycloak().url() + "/realms/" + realm.name() + "/keysteward" + path, token);
    }

    RequestSpecification scim() {
        return scim(token);
    }

    /** With another token. */
    RequestSpecification scim(@Nullable String shown) {
        RequestSpecification request = realm.keycloak()
                .anonymously()
                .basePath("/realms/" + realm.name() + "/keysteward" + path)
                .contentType(MEDIA_TYPE);
        request.config(RestAssuredConfig.config()
                .logConfig(LogConfig.logConfig()
                        .enableLoggingOfRequestAndResponseIfValidationFails()
                        .blacklistHeader("Authorization"))
                .encoderConfig(EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(MEDIA_TYPE, ContentType.JSON)
                        .defaultContentCharset(StandardCharsets.UTF_8)
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
        return shown == null ? request : request.header("Authorization", "Bearer " + shown);
    }

    /** The id of a new user with these attributes beside a name. */
    String createUser(String userName, Map<String, ?> more) {
        return json(scim().body(user(userName, more))
                        .post("/Users")
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString())
                .getString("id");
    }

    String createGroup(String displayName, List<String> members) {
        return json(scim().body(group(displayName, members))
                        .post("/Groups")
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString())
                .getString("id");
    }

    static Map<String, Object> user(String userName, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("schemas", List.of(USER));
        body.put("userName", userName);
        body.putAll(more);
        return body;
    }

    static Map<String, Object> group(String displayName, List<String> members) {
        var body = new LinkedHashMap<String, Object>();
        body.put("schemas", List.of(GROUP));
        body.put("displayName", displayName);
        body.put("members", members.stream().map(id -> Map.of("value", id)).toList());
        return body;
    }

    static Map<String, Object> patch(Map<String, ?>... operations) {
        return Map.of("schemas", List.of(PATCH), "Operations", List.of(operations));
    }

    /** What the server says of a resource. */
    JsonPath read(String pathBelow) {
        return json(scim().get(pathBelow).then().statusCode(200).extract().asString());
    }

    static JsonPath json(String body) {
        return JsonPath.from(body);
    }
}

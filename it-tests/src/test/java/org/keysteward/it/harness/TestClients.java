package org.keysteward.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Clients of a test's realm that show what tokens, user info, introspection and assertions say. */
public final class TestClients {
    /** The client of {@link #samlClient}. */
    public static final String SAML_CLIENT = "it-saml";

    private static final String INTROSPECTOR = "it-introspector";
    private static final String SECRET = "it-introspector-secret";

    private static final Pattern VALUE = Pattern.compile("<saml:AttributeValue[^>]*>([^<]*)</saml:AttributeValue>");

    private final TestRealm realm;

    public TestClients(TestRealm realm) {
        this.realm = realm;
    }

    /** Adds a mapper to the client scope {@code organization}, in every kind of token. */
    public void organizationMapper(String name, String mapper, Map<String, String> config) {
        Map<String, String> all = new HashMap<>(Map.of(
                "access.token.claim",
                "true",
                "id.token.claim",
                "true",
                "userinfo.token.claim",
                "true",
                "introspection.token.claim",
                "true"));
        all.putAll(config);
        realm.admin()
                .body(Map.of("name", name, "protocol", "openid-connect", "protocolMapper", mapper, "config", all))
                .post("/client-scopes/" + scope("organization") + "/protocol-mappers/models")
                .then()
                .statusCode(201);
    }

    /** The id of the client scope. */
    public String scope(String name) {
        return realm.admin()
                .get("/client-scopes")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.name == '" + name + "' }.id");
    }

    public JsonPath userInfo(String token) {
        return realm.keycloak()
                .as(token)
                .get("/realms/" + realm.name() + "/protocol/openid-connect/userinfo")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A client that may introspect the tokens that it gets. */
    public void introspector(Map<String, String> attributes) {
        realm.admin()
                .body(Map.of(
                        "clientId",
                        INTROSPECTOR,
                        "secret",
                        SECRET,
                        "directAccessGrantsEnabled",
                        true,
                        "attributes",
                        attributes,
                        "protocolMappers",
                        List.of(Map.of(
                                "name",
                                "audience",
                                "protocol",
                                "openid-connect",
                                "protocolMapper",
                                "oidc-audience-mapper",
                                "config",
                                Map.of(
                                        "included.client.audience",
                                        INTROSPECTOR,
                                        "access.token.claim",
                                        "true",
                                        "lightweight.claim",
                                        "true",
                                        "introspection.token.claim",
                                        "true")))))
                .post("/clients")
                .then()
                .statusCode(201);
    }

    public String signInAtIntrospector(TestUser user, String scope) {
        return realm.anonymously()
                .formParam("grant_type", "password")
                .formParam("client_id", INTROSPECTOR)
                .formParam("client_secret", SECRET)
                .formParam("username", user.username())
                .formParam("password", user.password())
                .formParam("scope", "openid " + scope)
                .post("/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    public JsonPath introspect(String token) {
        JsonPath answer = realm.anonymously()
                .formParam("client_id", INTROSPECTOR)
                .formParam("client_secret", SECRET)
                .formParam("token", token)
                .post("/protocol/openid-connect/token/introspect")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(answer.getBoolean("active")).isTrue();
        return answer;
    }

    public static JsonPath claims(String token) {
        return new JsonPath(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8));
    }

    /** A SAML client with this mapper. */
    public void samlClient(String mapper, Map<String, String> config) {
        realm.admin()
                .body(Map.of(
                        "clientId",
                        SAML_CLIENT,
                        "protocol",
                        "saml",
                        "redirectUris",
                        List.of(realm.redirectUri()),
                        "attributes",
                        Map.of(
                                "saml_idp_initiated_sso_url_name",
                                SAML_CLIENT,
                                "saml_assertion_consumer_url_post",
                                realm.redirectUri(),
                                "saml.force.post.binding",
                                "true",
                                "saml.client.signature",
                                "false"),
                        "protocolMappers",
                        List.of(Map.of(
                                "name", "tenant", "protocol", "saml", "protocolMapper", mapper, "config", config))))
                .post("/clients")
                .then()
                .statusCode(201);
    }

    /** What a browser posts to the application after a sign-in that Keycloak was asked for directly. */
    public String samlResponse(TestUser user) {
        Response name = realm.anonymously().get("/protocol/saml/clients/" + SAML_CLIENT);
        // A realm with organizations asks for the name first: it may belong to an identity provider.
        Response password = submit(name, name, Map.of("username", user.username()));
        Response posted = submit(name, password, Map.of("password", user.password()));
        String encoded = first(
                Pattern.compile("name=\"SAMLResponse\" value=\"([^\"]+)\"", Pattern.CASE_INSENSITIVE),
                posted.asString());
        return new String(Base64.getMimeDecoder().decode(encoded.replace("&#x2b;", "+")), UTF_8);
    }

    private Response submit(Response first, Response page, Map<String, String> fields) {
        String action =
                first(Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\""), page.asString());
        return realm.keycloak()
                .anonymously()
                .redirects()
                .follow(true)
                .cookies(first.cookies())
                .formParams(fields)
                .post(action.replace("&amp;", "&")
                        .replace(realm.keycloak().url().toString(), ""));
    }

    public static @Nullable String attribute(String assertion, String name) {
        Matcher found = Pattern.compile("Name=\"" + Pattern.quote(name) + "\"[^>]*>\\s*<[^>]*>([^<]*)<")
                .matcher(assertion);
        return found.find() ? found.group(1).replace("&quot;", "\"") : null;
    }

    /** What all attributes of this name say, each by itself. */
    public static List<List<String>> attributes(String assertion, String name) {
        return Pattern.compile(
                        "<saml:Attribute [^>]*\\bName=\"" + Pattern.quote(name) + "\"[^>]*>(.*?)</saml:Attribute>",
                        Pattern.DOTALL)
                .matcher(assertion)
                .results()
                .map(attribute -> VALUE.matcher(attribute.group(1))
                        .results()
                        .map(value -> value.group(1))
                        .toList())
                .toList();
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return found.group(1);
    }
}

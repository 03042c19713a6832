package org.keysteward.it.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** The measured requests, over one kept connection and with nothing around them. */
final class LoadClient {
    private static final Pattern FORM_ACTION =
            Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Pattern REFRESH_TOKEN = Pattern.compile("\"refresh_token\":\"([^\"]+)\"");
    private static final String SCOPE = "openid organization";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final URI server;
    private String requestId = "";

    LoadClient(URI server) {
        this.server = server;
    }

    /** The id of the requests that follow, as the audit trail records it; empty for one of the server's own. */
    void nextRequests(String id) {
        requestId = id;
    }

    /** What an administrator reads at Keysteward's door, as text. */
    String read(TestRealm realm, String pathAndQuery, String administratorToken) {
        return expect(
                        200,
                        send(request(door(realm, pathAndQuery))
                                .header("Authorization", "Bearer " + administratorToken)
                                .GET()
                                .build()))
                .body();
    }

    /** What an administrator changes at Keysteward's door. */
    void change(TestRealm realm, String path, String json, String administratorToken) {
        expect(
                200,
                send(request(door(realm, path))
                        .header("Authorization", "Bearer " + administratorToken)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json))
                        .build()));
    }

    /** What an administrator asks at Keysteward's door, as text. */
    String query(TestRealm realm, String path, String json, String administratorToken) {
        return expect(
                        200,
                        send(request(door(realm, path))
                                .header("Authorization", "Bearer " + administratorToken)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(json))
                                .build()))
                .body();
    }

    /** What somebody with a token of the realm asks Keysteward, as text. */
    String ask(TestRealm realm, String path, String json, String token) {
        return expect(
                        200,
                        send(request(server.resolve("/realms/" + realm.name() + "/keysteward/v1" + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(json))
                                .build()))
                .body();
    }

    /** What Keycloak's own authorization decides about a permission of the resource server, as text. */
    String decide(TestRealm realm, String resourceServer, String permission, String token) {
        return expect(
                        200,
                        send(post(
                                        server.resolve(protocol(realm) + "/token"),
                                        Map.of(
                                                "grant_type",
                                                "urn:ietf:params:oauth:grant-type:uma-ticket",
                                                "audience",
                                                resourceServer,
                                                "permission",
                                                permission,
                                                "response_mode",
                                                "decision"))
                                .header("Authorization", "Bearer " + token)
                                .build()))
                .body();
    }

    /** A direct grant with these scopes; what the token endpoint answers, as text. */
    String grant(TestUser user, String scope) {
        return expect(
                        200,
                        send(post(
                                        server.resolve(protocol(user.realm()) + "/token"),
                                        Map.of(
                                                "grant_type",
                                                "password",
                                                "client_id",
                                                TestRealm.CLIENT,
                                                "username",
                                                user.username(),
                                                "password",
                                                user.password(),
                                                "scope",
                                                scope))
                                .build()))
                .body();
    }

    private URI door(TestRealm realm, String pathAndQuery) {
        return server.resolve("/admin/realms/" + realm.name() + "/keysteward/v1" + pathAndQuery);
    }

    /** What a browser does: the login pages and their forms, and then the code for tokens. */
    void signIn(TestUser user) {
        String authorization = protocol(user.realm()) + "/auth?"
                + form(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        TestRealm.CLIENT,
                        "redirect_uri",
                        user.realm().redirectUri(),
                        "scope",
                        SCOPE));
        HttpResponse<String> usernamePage = expect(200, get(authorization));
        String cookies = cookies(usernamePage);
        // A realm with organizations asks for the name first: it may belong to an identity provider.
        HttpResponse<String> passwordPage =
                expect(200, submit(usernamePage, cookies, Map.of("username", user.username())));
        HttpResponse<String> redirect = expect(302, submit(passwordPage, cookies, Map.of("password", user.password())));
        String code = first(CODE, redirect.headers().firstValue("Location").orElseThrow());
        token(
                user.realm(),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        user.realm().redirectUri()));
    }

    private HttpResponse<String> submit(HttpResponse<String> page, String cookies, Map<String, String> fields) {
        String action = first(FORM_ACTION, page.body()).replace("&amp;", "&");
        return send(post(URI.create(action), fields).header("Cookie", cookies).build());
    }

    /** Returns the refresh token. */
    String directGrant(TestUser user) {
        return directGrant(user, SCOPE);
    }

    /** Returns the refresh token. */
    String directGrant(TestUser user, String scope) {
        return token(
                user.realm(),
                Map.of(
                        "grant_type",
                        "password",
                        "username",
                        user.username(),
                        "password",
                        user.password(),
                        "scope",
                        scope));
    }

    /** Returns the next refresh token. */
    String refresh(TestUser user, String refreshToken) {
        return token(user.realm(), Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    void addMember(TestOrganization organization, String user, String administratorToken) {
        expect(
                201,
                send(administration(organization, "/members", administratorToken)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("\"" + user + "\""))
                        .build()));
    }

    void removeMember(TestOrganization organization, String user, String administratorToken) {
        expect(
                204,
                send(administration(organization, "/members/" + user, administratorToken)
                        .DELETE()
                        .build()));
    }

    private HttpRequest.Builder administration(TestOrganization organization, String path, String token) {
        return request(server.resolve(
                        "/admin/realms/" + organization.realm().name() + "/organizations/" + organization.id() + path))
                .header("Authorization", "Bearer " + token);
    }

    private String token(TestRealm realm, Map<String, String> grant) {
        Map<String, String> parameters = new LinkedHashMap<>(grant);
        parameters.put("client_id", TestRealm.CLIENT);
        HttpRequest request =
                post(server.resolve(protocol(realm) + "/token"), parameters).build();
        return first(REFRESH_TOKEN, expect(200, send(request)).body());
    }

    private HttpResponse<String> get(String path) {
        return send(request(server.resolve(path)).GET().build());
    }

    private HttpRequest.Builder post(URI uri, Map<String, String> parameters) {
        return request(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(parameters)));
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
        return requestId.isEmpty() ? request : request.header("X-Request-Id", requestId);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("No answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during " + request, e);
        }
    }

    /** A measured request that fails would count as a quick one. */
    private static HttpResponse<String> expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new IllegalStateException("%s answered %d instead of %d: %s"
                    .formatted(response.request(), response.statusCode(), status, response.body()));
        }
        return response;
    }

    private static String cookies(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return found.group(1);
    }

    private static String protocol(TestRealm realm) {
        return "/realms/" + realm.name() + "/protocol/openid-connect";
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}

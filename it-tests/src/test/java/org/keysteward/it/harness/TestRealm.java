package org.keysteward.it.harness;

import io.restassured.specification.RequestSpecification;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A realm of one test: organizations are switched on, passwords are hashed cheaply, and the public client
 * {@value #CLIENT} may ask for tokens with a password.
 */
public final class TestRealm implements AutoCloseable {
    /** The client that {@link TestUser#signIn} uses; its redirect URI is {@link #redirectUri()}. */
    public static final String CLIENT = "it-app";

    private static final String KEYSTEWARD = "/keysteward/v1";
    private static final String SIGNING_KEY = signingKey();
    private static final int HTTP_CREATED = 201;
    private static final int HTTP_NO_CONTENT = 204;
    private static final int HTTP_OK = 200;

    private final Keycloak keycloak;
    private final String name;

    private TestRealm(Keycloak keycloak, String name) {
        this.keycloak = keycloak;
        this.name = name;
    }

    static TestRealm createdOn(Keycloak keycloak) {
        String name = "it-" + UUID.randomUUID().toString().substring(0, 8);
        keycloak.asAdministrator()
                .body(Map.of(
                        "realm",
                        name,
                        "enabled",
                        true,
                        "organizationsEnabled",
                        true,
                        // A new RSA key takes the server longer than all the rest of a new realm.
                        "privateKey",
                        SIGNING_KEY,
                        // The tests sign in a lot, and none of them is about how passwords are stored.
                        "passwordPolicy",
                        "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)"))
                .post()
                .then()
                .statusCode(HTTP_CREATED);
        TestRealm realm = new TestRealm(keycloak, name);
        realm.createClient();
        return realm;
    }

    /** A realm that is there already, such as one that another server has made in the same database. */
    public static TestRealm existing(Keycloak keycloak, String name) {
        return new TestRealm(keycloak, name);
    }

    public String name() {
        return name;
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    /** The same realm through another node. */
    public TestRealm seenFrom(Keycloak other) {
        return new TestRealm(other, name);
    }

    /** A request of the master administrator below {@code /admin/realms/{realm}}. */
    public RequestSpecification admin() {
        return admin(keycloak.administratorToken());
    }

    /** A request with this token below {@code /admin/realms/{realm}}. */
    public RequestSpecification admin(String token) {
        return keycloak.as(token).basePath("/admin/realms/" + name);
    }

    /** A request of the master administrator at Keysteward's door for administrators. */
    public RequestSpecification adminDoor() {
        return adminDoor(keycloak.administratorToken());
    }

    /** A request with this token at Keysteward's door for administrators. */
    public RequestSpecification adminDoor(String token) {
        return keycloak.as(token).basePath("/admin/realms/" + name + KEYSTEWARD);
    }

    /** A request with this token at Keysteward's door for applications and tenant administrators. */
    public RequestSpecification realmDoor(String token) {
        return keycloak.as(token).basePath("/realms/" + name + KEYSTEWARD);
    }

    /** A request without a token below {@code /realms/{realm}}. */
    public RequestSpecification anonymously() {
        return keycloak.anonymously().basePath("/realms/" + name);
    }

    /** Makes a user who can sign in; the email address is {@code <username>@example.org}. */
    public TestUser createUser(String username) {
        return TestUser.createdIn(this, username);
    }

    /** Makes a user with these Keycloak roles of the client {@code realm-management}, such as {@code view-users}. */
    public TestUser createAdministrator(String username, String... roles) {
        TestUser administrator = createUser(username);
        grant(administrator.id(), roles);
        return administrator;
    }

    /** Gives a user, or a client's service account, these Keycloak roles of the client {@code realm-management}. */
    public void grant(String userId, String... roles) {
        String realmManagement = clientId("realm-management");
        List<Map<String, Object>> granted = List.of(roles).stream()
                .map(role -> admin().get("/clients/" + realmManagement + "/roles/" + role)
                        .then()
                        .statusCode(HTTP_OK)
                        .extract()
                        .jsonPath()
                        .<String, Object>getMap(""))
                .toList();
        admin().body(granted)
                .post("/users/" + userId + "/role-mappings/clients/" + realmManagement)
                .then()
                .statusCode(HTTP_NO_CONTENT);
    }

    /** Makes an organization by stock means; it has the domain {@code <alias>.example}. */
    public TestOrganization createOrganization(String alias) {
        return TestOrganization.createdIn(this, alias);
    }

    /** The id of the client with this client id. */
    public String clientId(String client) {
        return admin().queryParam("clientId", client)
                .get("/clients")
                .then()
                .statusCode(HTTP_OK)
                .extract()
                .path("[0].id");
    }

    /** Changes realm settings: only the fields given. */
    public void update(Map<String, Object> fields) {
        admin().body(fields).put().then().statusCode(HTTP_NO_CONTENT);
    }

    /** Makes the realm send its mail to the test's mail server. */
    public void sendMailTo(Mail mail) {
        update(Map.of("smtpServer", mail.smtpSettings()));
    }

    /** Where {@link #CLIENT} sends a browser back to; nobody listens there. */
    public String redirectUri() {
        return "http://localhost/it-app";
    }

    /** Removes the realm with everything in it. */
    @Override
    public void close() {
        admin().delete().then().statusCode(HTTP_NO_CONTENT);
    }

    @Override
    public String toString() {
        return "realm " + name + " on " + keycloak;
    }

    /** After the realm, so that the client gets the client scopes that the bundle adds to a new realm. */
    private void createClient() {
        admin().body(Map.of(
                        "clientId",
                        CLIENT,
                        "publicClient",
                        true,
                        "directAccessGrantsEnabled",
                        true,
                        "redirectUris",
                        List.of(redirectUri()),
                        "webOrigins",
                        List.of("http://localhost")))
                .post("/clients")
                .then()
                .statusCode(HTTP_CREATED);
    }

    private static String signingKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }
}

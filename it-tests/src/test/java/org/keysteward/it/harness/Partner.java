package org.keysteward.it.harness;

import java.util.List;
import java.util.Map;

/**
 * Another realm that is an organization's identity provider.
 *
 * @param realm of the partner
 */
public record Partner(TestOrganization organization, TestRealm realm) {
    /** The alias of the identity provider. */
    public static final String BROKER = "partner";

    /** The partner's client that stands for us. */
    public static final String CLIENT = "partner-app";

    /** What ours must know of a person, or the first sign-in would ask. */
    private static final List<String> PROPERTIES = List.of("email", "firstName", "lastName");

    public static Partner of(TestOrganization organization, TestRealm realm) {
        return new Partner(organization, realm);
    }

    /** Where somebody begins to sign in at the realm's test client. */
    public static String authorization(TestRealm realm) {
        return realm.keycloak().url() + "/realms/" + realm.name()
                + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=" + TestRealm.CLIENT
                + "&redirect_uri=" + realm.redirectUri();
    }

    /** Makes the partner's realm the organization's identity provider, by OpenID Connect. */
    public void trust() {
        TestRealm ours = organization.realm();
        String issuer = ours.keycloak().url() + "/realms/" + realm.name();
        String protocol = issuer + "/protocol/openid-connect";
        realm.admin()
                .body(Map.of("clientId", CLIENT, "secret", "secret", "redirectUris", List.of(endpoint() + "*")))
                .post("/clients")
                .then()
                .statusCode(201);
        broker(
                "oidc",
                Map.of(
                        "clientId",
                        CLIENT,
                        "clientSecret",
                        "secret",
                        "clientAuthMethod",
                        "client_secret_post",
                        "authorizationUrl",
                        protocol + "/auth",
                        "tokenUrl",
                        protocol + "/token",
                        "issuer",
                        issuer,
                        "useJwksUrl",
                        "true",
                        "jwksUrl",
                        protocol + "/certs",
                        "validateSignature",
                        "true",
                        "defaultScope",
                        "openid email profile"));
    }

    /** Makes the partner's realm the organization's identity provider, by SAML. */
    public void trustBySaml() {
        TestRealm ours = organization.realm();
        String issuer = ours.keycloak().url() + "/realms/" + realm.name();
        realm.admin()
                .body(Map.of(
                        "clientId",
                        CLIENT,
                        "protocol",
                        "saml",
                        "redirectUris",
                        List.of(endpoint()),
                        "attributes",
                        Map.of(
                                "saml_assertion_consumer_url_post",
                                endpoint(),
                                "saml.force.post.binding",
                                "true",
                                "saml.assertion.signature",
                                "true",
                                "saml.client.signature",
                                "false",
                                "saml_name_id_format",
                                "username",
                                "saml_force_name_id_format",
                                "true"),
                        "protocolMappers",
                        PROPERTIES.stream().map(Partner::property).toList()))
                .post("/clients")
                .then()
                .statusCode(201);
        broker(
                "saml",
                Map.of(
                        "entityId",
                        CLIENT,
                        "idpEntityId",
                        issuer,
                        "singleSignOnServiceUrl",
                        issuer + "/protocol/saml",
                        "postBindingResponse",
                        "true",
                        "nameIDPolicyFormat",
                        "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
                        "wantAssertionsSigned",
                        "true",
                        "validateSignature",
                        "true",
                        "signingCertificate",
                        certificate()));
        PROPERTIES.forEach(this::takeOver);
    }

    private String endpoint() {
        TestRealm ours = organization.realm();
        return ours.keycloak().url() + "/realms/" + ours.name() + "/broker/" + BROKER + "/endpoint";
    }

    private String certificate() {
        return realm.admin()
                .get("/keys")
                .then()
                .statusCode(200)
                .extract()
                .path("keys.find { it.use == 'SIG' && it.algorithm == 'RS256' }.certificate");
    }

    private void broker(String type, Map<String, String> config) {
        TestRealm ours = organization.realm();
        ours.admin()
                .body(Map.of(
                        "alias", BROKER, "providerId", type, "enabled", true, "trustEmail", true, "config", config))
                .post("/identity-provider/instances")
                .then()
                .statusCode(201);
        ours.admin()
                .body("\"" + BROKER + "\"")
                .post("/organizations/" + organization.id() + "/identity-providers")
                .then()
                .statusCode(204);
    }

    private static Map<String, Object> property(String name) {
        return Map.of(
                "name",
                name,
                "protocol",
                "saml",
                "protocolMapper",
                "saml-user-property-mapper",
                "config",
                Map.of("user.attribute", name, "attribute.name", name, "attribute.nameformat", "Basic"));
    }

    private void takeOver(String property) {
        organization
                .realm()
                .admin()
                .body(Map.of(
                        "name",
                        property,
                        "identityProviderAlias",
                        BROKER,
                        "identityProviderMapper",
                        "saml-user-attribute-idp-mapper",
                        "config",
                        Map.of("attribute.name", property, "user.attribute", property, "syncMode", "INHERIT")))
                .post("/identity-provider/instances/" + BROKER + "/mappers")
                .then()
                .statusCode(201);
    }

    /** The partner's user signs in at ours, by way of the partner. */
    public Visitor.Place signIn(TestUser user) {
        var visitor = new Visitor();
        var login = visitor.open(authorization(organization.realm()) + "&kc_idp_hint=" + BROKER);
        var next = visitor.submit(login, Map.of("username", user.username(), "password", user.password()));
        // A realm with organizations asks for the name first.
        var last =
                next.location().getPath().contains(realm.name()) && next.body().contains("name=\"password\"")
                        ? visitor.submit(next, Map.of("password", user.password()))
                        : next;
        // By SAML, the partner's answer is a form that the browser sends on.
        return last.body().contains("name=\"SAMLResponse\"") ? visitor.submit(last) : last;
    }
}

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

    public static Partner of(TestOrganization organization, TestRealm realm) {
        return new Partner(organization, realm);
    }

    /** Where somebody begins to sign in at the realm's test client. */
    public static String authorization(TestRealm realm) {
        return realm.keycloak().url() + "/realms/" + realm.name()
                + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=" + TestRealm.CLIENT
                + "&redirect_uri=" + realm.redirectUri();
    }

    /** Makes the partner's realm the organization's identity provider. */
    public void trust() {
        TestRealm ours = organization.realm();
        String issuer = ours.keycloak().url() + "/realms/" + realm.name();
        String protocol = issuer + "/protocol/openid-connect";
        realm.admin()
                .body(Map.of(
                        "clientId",
                        CLIENT,
                        "secret",
                        "secret",
                        "redirectUris",
                        List.of(ours.keycloak().url() + "/realms/" + ours.name() + "/broker/" + BROKER + "/endpoint*")))
                .post("/clients")
                .then()
                .statusCode(201);
        ours.admin()
                .body(Map.of(
                        "alias",
                        BROKER,
                        "providerId",
                        "oidc",
                        "enabled",
                        true,
                        "trustEmail",
                        true,
                        "config",
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
                                "openid email profile")))
                .post("/identity-provider/instances")
                .then()
                .statusCode(201);
        ours.admin()
                .body("\"" + BROKER + "\"")
                .post("/organizations/" + organization.id() + "/identity-providers")
                .then()
                .statusCode(204);
    }

    /** The partner's user signs in at ours, by way of the partner. */
    public Visitor.Place signIn(TestUser user) {
        var visitor = new Visitor();
        var login = visitor.open(authorization(organization.realm()) + "&kc_idp_hint=" + BROKER);
        var next = visitor.submit(login, Map.of("username", user.username(), "password", user.password()));
        // A realm with organizations asks for the name first.
        return next.location().getPath().contains(realm.name()) && next.body().contains("name=\"password\"")
                ? visitor.submit(next, Map.of("password", user.password()))
                : next;
    }
}

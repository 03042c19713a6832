package org.keysteward.kernel.keycloak;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;

/** Turns what a caller shows into an {@link Actor}. */
final class Credentials {
    private final KeycloakSession session;
    private final Set<Permission> catalogue;

    Credentials(KeycloakSession session, Set<Permission> catalogue) {
        this.session = session;
        this.catalogue = catalogue;
    }

    /** Keycloak has authenticated this administrator, who may be one of the master realm. */
    Actor administrator(RealmModel realm, AdminAuth auth) {
        TokenExpiry.remember(session, auth.getToken());
        var roles = roles(auth, administrationClient(realm, auth.getRealm()));
        return administrator(auth.getUser(), auth.getClient(), roles);
    }

    /** A token of this realm that was issued for our API; any other is refused, whoever it belongs to. */
    Actor bearer(RealmModel realm) {
        var result = new AppAuthManager.BearerTokenAuthenticator(session)
                .setAudience(RealmPreparation.AUDIENCE)
                .authenticate();
        if (result == null) {
            throw new ProblemException(Problem.of(
                    ProblemType.UNAUTHENTICATED,
                    "Send an access token of this realm whose audience contains " + RealmPreparation.AUDIENCE
                            + "; the client scope of that name adds it."));
        }
        allowOrigin(result.token());
        TokenTenant.remember(session, result.token());
        TokenExpiry.remember(session, result.token());
        TokenScopes.remember(session, result.token());
        var auth = new AdminAuth(realm, result.token(), result.user(), result.client());
        var roles = roles(auth, administrationClient(realm, realm));
        return roles.isEmpty()
                ? new Actor.Member(
                        result.user().getId(),
                        result.client().getClientId(),
                        isServiceAccount(result.user()),
                        session.getProvider(PermissionsProvider.class))
                : administrator(result.user(), result.client(), roles);
    }

    private void allowOrigin(AccessToken token) {
        Cors.builder()
                .auth()
                .allowedMethods(Preflight.METHODS)
                .exposedHeaders(Preflight.EXPOSED_HEADERS)
                .checkAllowedOrigins(token)
                .add();
    }

    private Actor administrator(UserModel user, ClientModel client, Set<AdminRole> roles) {
        var permissions = new HashSet<Permission>();
        roles.forEach(role -> permissions.addAll(role.of(catalogue)));
        return new Actor.Administrator(
                user.getId(),
                client.getClientId(),
                isServiceAccount(user),
                roles.contains(AdminRole.ADMIN),
                permissions,
                session.getProvider(PermissionsProvider.class));
    }

    private static Set<AdminRole> roles(AdminAuth auth, ClientModel administrationClient) {
        var held = EnumSet.noneOf(AdminRole.class);
        for (var role : AdminRole.values()) {
            if (auth.hasAppRole(administrationClient, role.roleName())) {
                held.add(role);
            }
        }
        return held;
    }

    /** A realm's own administrators hold roles of its own client; those of master, of the realm's client there. */
    private static ClientModel administrationClient(RealmModel realm, RealmModel administratorsRealm) {
        var own = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        return own != null && administratorsRealm.equals(realm) ? own : realm.getMasterAdminClient();
    }

    private static boolean isServiceAccount(UserModel user) {
        return user.getServiceAccountClientLink() != null;
    }
}

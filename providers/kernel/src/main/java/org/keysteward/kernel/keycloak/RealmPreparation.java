package org.keysteward.kernel.keycloak;

import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AudienceProtocolMapper;

/**
 * Gives a realm our administration roles and the client scope that opens the realm door. Both are made through the
 * model: Keycloak's REST API refuses roles on its own administration clients.
 */
final class RealmPreparation {
    /** Counted up whenever something is added here, so that the realms that are there get it at the next start. */
    static final int CURRENT = 2;

    static final String AUDIENCE = "keysteward";

    private static final Logger LOG = Logger.getLogger(RealmPreparation.class);

    private RealmPreparation() {}

    /** Prepares the realms that are not yet; each in a transaction of its own, and on one node only. */
    static void prepareAll(KeycloakSessionFactory factory) {
        var waiting = KeycloakModelUtils.runJobInTransactionWithResult(factory, RealmPreparation::unprepared);
        for (var realmId : waiting) {
            KeycloakModelUtils.runJobInTransaction(factory, session -> {
                var realm = session.realms().getRealm(realmId);
                if (realm != null) {
                    session.getContext().setRealm(realm);
                    prepare(session, realm);
                }
            });
        }
        if (!waiting.isEmpty()) {
            LOG.infof("Prepared %d realms for Keysteward", waiting.size());
        }
    }

    static void prepare(KeycloakSession session, RealmModel realm) {
        if (!claim(session, realm)) {
            return;
        }
        var ownClient = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        if (ownClient != null) {
            addRoles(ownClient, ownClient.getRole(AdminRoles.REALM_ADMIN));
        }
        var masterClient = realm.getMasterAdminClient();
        if (masterClient != null) {
            addRoles(masterClient, masterClient.getRealm().getRole(AdminRoles.ADMIN));
        }
        addClientScope(realm);
        KernelFactory.of(session).allClientScopes().forEach((name, text) -> addClientScope(realm, name, text));
    }

    private static List<String> unprepared(KeycloakSession session) {
        return Rows.entityManager(session)
                .createQuery(
                        "select r.id from RealmEntity r where not exists (select 1 from PreparedRealmEntity p"
                                + " where p.realmId = r.id and p.preparation >= :current)",
                        String.class)
                .setParameter("current", CURRENT)
                .getResultList();
    }

    /** Two nodes that start together meet at the row: the second waits for the first, and finds nothing to do. */
    private static boolean claim(KeycloakSession session, RealmModel realm) {
        var entityManager = Rows.entityManager(session);
        Rows.insertIfAbsent(entityManager, "insert into KS_REALM (REALM_ID, PREPARATION) values (?, 0)", realm.getId());
        return entityManager
                        .createQuery("update PreparedRealmEntity p set p.preparation = :current"
                                + " where p.realmId = :realm and p.preparation < :current")
                        .setParameter("current", CURRENT)
                        .setParameter("realm", realm.getId())
                        .executeUpdate()
                == 1;
    }

    private static void addRoles(ClientModel client, RoleModel composite) {
        for (var adminRole : AdminRole.values()) {
            var role = client.getRole(adminRole.roleName());
            if (role == null) {
                role = client.addRole(adminRole.roleName());
                role.setDescription(adminRole.description());
            }
            var consoleRole = client.getRole(adminRole.consoleRole());
            if (consoleRole != null) {
                role.addCompositeRole(consoleRole);
            }
            if (composite != null) {
                composite.addCompositeRole(role);
            }
        }
    }

    private static void addClientScope(RealmModel realm) {
        addClientScope(realm, AUDIENCE, "Manage your tenants")
                .ifPresent(scope -> scope.addProtocolMapper(AudienceProtocolMapper.createClaimMapper(
                        "keysteward audience", null, AUDIENCE, true, false, true)));
    }

    /**
     * Not among the scopes that new clients get: which application may call the API is for an administrator to say.
     *
     * @return empty where there is one of the name already
     */
    private static Optional<ClientScopeModel> addClientScope(RealmModel realm, String name, String consentText) {
        if (realm.getClientScopesStream().anyMatch(scope -> name.equals(scope.getName()))) {
            return Optional.empty();
        }
        var scope = realm.addClientScope(name);
        scope.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        scope.setDescription(
                name.equals(AUDIENCE) ? "Lets an application call the Keysteward API for the user" : consentText);
        scope.setDisplayOnConsentScreen(true);
        scope.setConsentScreenText(consentText);
        scope.setIncludeInTokenScope(true);
        return Optional.of(scope);
    }
}

package org.keysteward.roles.keycloak;

import java.util.Set;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.RoleUtils;

/** Roles of Keycloak's own that a role of the realm may bring into tokens. */
final class StockRoles {
    private StockRoles() {}

    /** Whether the role gives some power over Keycloak itself, by itself or by what it includes. */
    static boolean administer(RealmModel realm, RoleModel role) {
        return RoleUtils.expandCompositeRoles(Set.of(role)).stream().anyMatch(one -> isAdministration(realm, one));
    }

    private static boolean isAdministration(RealmModel realm, RoleModel role) {
        if (role.getContainer() instanceof ClientModel client) {
            return client.getClientId().equals(Constants.REALM_MANAGEMENT_CLIENT_ID)
                    || client.equals(realm.getMasterAdminClient())
                    || (client.getRealm().getName().equals(Config.getAdminRealm())
                            && client.getClientId().endsWith("-realm"));
        }
        return realm.getName().equals(Config.getAdminRealm())
                && Set.of(AdminRoles.ADMIN, AdminRoles.CREATE_REALM).contains(role.getName());
    }
}

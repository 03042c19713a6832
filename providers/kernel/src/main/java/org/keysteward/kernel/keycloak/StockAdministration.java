package org.keysteward.kernel.keycloak;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;

/** Power over Keycloak itself: what no role of ours may give, and whose holders no provisioning source takes over. */
public final class StockAdministration {
    private StockAdministration() {}

    /** Whether the role gives some power over Keycloak itself, by itself or by what it includes. */
    public static boolean isGivenBy(RealmModel realm, RoleModel role) {
        return RoleUtils.expandCompositeRoles(Set.of(role)).stream().anyMatch(one -> isAdministration(realm, one));
    }

    /** Whether the user holds such a role, directly or by a group. */
    public static boolean isHeldBy(RealmModel realm, UserModel user) {
        return RoleUtils.getDeepUserRoleMappings(user).stream().anyMatch(role -> isAdministration(realm, role));
    }

    /** Whether all members of the group hold such a role. */
    public static boolean isGivenBy(RealmModel realm, GroupModel group) {
        return Stream.iterate(group, Objects::nonNull, GroupModel::getParent)
                .flatMap(GroupModel::getRoleMappingsStream)
                .anyMatch(role -> isGivenBy(realm, role));
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

package org.keysteward.kernel.keycloak;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Mounts the API at {@code /admin/realms/{realm}/keysteward}. */
public final class AdminDoorFactory implements AdminRealmResourceProviderFactory {
    @Override
    public String getId() {
        return "keysteward";
    }

    @Override
    public AdminRealmResourceProvider create(KeycloakSession created) {
        return new AdminRealmResourceProvider() {
            @Override
            public Object getResource(
                    KeycloakSession session,
                    RealmModel realm,
                    AdminPermissionEvaluator auth,
                    AdminEventBuilder events) {
                var kernel = KernelFactory.of(session);
                var credentials = new Credentials(session, kernel.catalogue());
                return new Door(
                        session,
                        kernel,
                        ApiContributionFactory.Door.ADMIN,
                        () -> credentials.administrator(realm, auth.adminAuth()));
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

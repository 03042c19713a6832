package org.keysteward.kernel.keycloak;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Mounts the API at {@code /realms/{realm}/keysteward}. */
public final class RealmDoorFactory implements RealmResourceProviderFactory {
    @Override
    public String getId() {
        return "keysteward";
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                var kernel = KernelFactory.of(session);
                var credentials = new Credentials(session, kernel.catalogue());
                return new Door(
                        session,
                        kernel,
                        ApiContributionFactory.Door.REALM,
                        () -> credentials.bearer(session.getContext().getRealm()));
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

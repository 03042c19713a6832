package org.keysteward.probe;

import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Mounts {@link ProbeResource} at {@code /realms/{realm}/keysteward-probe}. */
public final class ProbeResourceFactory implements RealmResourceProviderFactory {
    private static final Logger LOG = Logger.getLogger(ProbeResourceFactory.class);

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new ProbeResource(session);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void init(Config.Scope config) {
        LOG.warn("keysteward-it-probe is deployed: anyone can change memberships. It is for integration tests only.");
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "keysteward-probe";
    }
}

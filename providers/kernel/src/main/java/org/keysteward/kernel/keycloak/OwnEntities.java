package org.keysteward.kernel.keycloak;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * A capability's entities and changelog. They are there whether or not the capability is switched on: switching it
 * off must not lose data.
 */
public abstract class OwnEntities implements JpaEntityProviderFactory, JpaEntityProvider {
    private final String id;
    private final String changelog;
    private final List<Class<?>> entities;

    /** @param id unlike any other of ours in its first ten letters: Keycloak names the history table after those */
    protected OwnEntities(String id, String changelog, List<Class<?>> entities) {
        this.id = id;
        this.changelog = changelog;
        this.entities = entities;
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public final String getFactoryId() {
        return id;
    }

    @Override
    public final List<Class<?>> getEntities() {
        return entities;
    }

    @Override
    public final String getChangelogLocation() {
        return changelog;
    }

    @Override
    public final JpaEntityProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public final void init(Config.Scope config) {}

    @Override
    public final void postInit(KeycloakSessionFactory factory) {}

    @Override
    public final void close() {}
}

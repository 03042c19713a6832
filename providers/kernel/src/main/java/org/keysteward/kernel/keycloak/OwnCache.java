package org.keysteward.kernel.keycloak;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.Configuration;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.manager.EmbeddedCacheManager;
import org.keycloak.connections.infinispan.InfinispanConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * A bounded cache of ours in Keycloak's own cache manager: invalidated in the whole cluster, or local where there is
 * none. Fill it with {@code putForExternalRead}; no correctness decision is made on what it says.
 *
 * @param lifespan how long a lost invalidation can be believed
 */
public record OwnCache(String name, long maxEntries, Duration lifespan) {
    private static final long REMOTE_TIMEOUT_SECONDS = 10;

    /** The cache itself; values are serialised only where they leave the node, which invalidation never does. */
    public <V> Cache<String, V> open(KeycloakSession session) {
        return manager(session).getCache(name);
    }

    void define(KeycloakSession session) {
        var manager = manager(session);
        if (manager.getCacheConfiguration(name) == null) {
            manager.defineConfiguration(
                    name, configuration(manager.getCacheManagerConfiguration().isClustered()));
        }
        manager.getCache(name);
    }

    private Configuration configuration(boolean clustered) {
        var builder = new ConfigurationBuilder();
        builder.clustering().cacheMode(clustered ? CacheMode.INVALIDATION_SYNC : CacheMode.LOCAL);
        if (clustered) {
            builder.clustering().remoteTimeout(REMOTE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        }
        builder.encoding().mediaType(MediaType.APPLICATION_OBJECT_TYPE);
        builder.memory().maxCount(maxEntries);
        builder.expiration().lifespan(lifespan.toMillis(), TimeUnit.MILLISECONDS);
        return builder.build();
    }

    private static EmbeddedCacheManager manager(KeycloakSession session) {
        return session.getProvider(InfinispanConnectionProvider.class)
                .getCache(InfinispanConnectionProvider.WORK_CACHE_NAME)
                .getCacheManager();
    }
}

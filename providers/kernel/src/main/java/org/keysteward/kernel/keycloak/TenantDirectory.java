package org.keysteward.kernel.keycloak;

import java.time.Duration;
import java.util.Optional;
import org.infinispan.Cache;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.TenantRef;

/**
 * Finds tenants by alias, which Keycloak itself can do only by a search. An alias never changes, so what the cache
 * says is checked against the organization that it names, and nothing has to be invalidated for it to be right.
 */
public final class TenantDirectory {
    static final OwnCache CACHE = new OwnCache("keystewardTenants", 100_000, Duration.ofMinutes(10));

    private static final int MAX_ALIAS_LENGTH = 255;

    private final KeycloakSession session;

    public TenantDirectory(KeycloakSession session) {
        this.session = session;
    }

    public static TenantRef ref(OrganizationModel organization) {
        return new TenantRef(organization.getId(), organization.getAlias());
    }

    /** The organization of this realm with this alias; empty where there is none, or organizations are switched off. */
    public Optional<OrganizationModel> byAlias(String alias) {
        var realm = session.getContext().getRealm();
        // PostgreSQL takes no text with a zero in it, not even to look for one.
        if (!realm.isOrganizationsEnabled() || alias.length() > MAX_ALIAS_LENGTH || alias.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Cache<String, String> cache = CACHE.open(session);
        var key = realm.getId() + "/" + alias;
        var known = named(cache.get(key), alias);
        if (known.isPresent()) {
            return known;
        }
        var id = Rows.entityManager(session)
                .createQuery(
                        "select o.id from OrganizationEntity o where o.realmId = :realm and o.alias = :alias",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("alias", alias)
                .getResultStream()
                .findFirst()
                .orElse(null);
        if (id != null) {
            cache.putForExternalRead(key, id);
        }
        return named(id, alias);
    }

    private Optional<OrganizationModel> named(@Nullable String id, String alias) {
        if (id == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                        session.getProvider(OrganizationProvider.class).getById(id))
                .filter(organization -> alias.equals(organization.getAlias()));
    }
}

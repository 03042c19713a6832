package org.keysteward.kernel.keycloak;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.TenantRef;

/** Where in the API a capability's resources are mounted, and for whom. */
public interface ApiContributionFactory extends ProviderFactory<ApiContribution> {
    /** Where a path leads to. */
    enum Mount {
        /** {@code /v1/<path>}. */
        REALM,
        /** {@code /v1/tenants/{tenant}/<path>}. */
        TENANT,
        /** {@code /v1/tenants/{tenant}/members/{userId}/<path>}: what other capabilities say of a member. */
        MEMBER,
        /** {@code /<path>}, of a name and a version as in {@code ofrep/v1}: what others have specified, errors included. */
        PROTOCOL,
        /** {@code /tenants/{tenant}/<path>}: the same for each tenant. */
        TENANT_PROTOCOL;

        boolean protocol() {
            return this == PROTOCOL || this == TENANT_PROTOCOL;
        }

        String contributionId(String path) {
            return name().toLowerCase(Locale.ROOT) + "-" + path.replaceAll("[./]", "-");
        }
    }

    /** The two ways in. */
    enum Door {
        /** {@code /admin/realms/{realm}/keysteward}: Keycloak has authenticated an administrator. */
        ADMIN,
        /** {@code /realms/{realm}/keysteward}: a bearer token of the realm whose audience contains {@code keysteward}. */
        REALM
    }

    /** The capability that it belongs to; without that, it is not there. */
    String capability();

    /** One path segment, unique within its mount; of a protocol, its name and its version. */
    String path();

    default Mount mount() {
        return Mount.REALM;
    }

    default Set<Door> doors() {
        return mount().protocol() ? Set.of(Door.REALM) : Set.of(Door.ADMIN, Door.REALM);
    }

    /** Whether the resource answers callers without a token; only at the realm door. */
    default boolean open() {
        return false;
    }

    /**
     * Whoever shows a credential of the protocol's own; empty where there is none, and an access token is needed.
     *
     * @param tenant of the path; null where it names none, or one that does not exist
     * @throws ProblemException where there is one that is worth nothing
     */
    default Optional<Actor> caller(KeycloakSession session, @Nullable TenantRef tenant) {
        return Optional.empty();
    }

    /**
     * What whoever shows no credential at all sees; empty where that is nothing, and one is asked for. It is asked before the
     * tenant of the path is looked for, and so cannot tell whether there is one.
     *
     * @param request of nobody, and about no tenant
     * @param alias of the path, as it was sent; null where it names none
     */
    default Optional<Object> anonymous(ApiRequest request, @Nullable String alias) {
        return Optional.empty();
    }

    /** How errors are written; empty for problems (RFC 9457). */
    default Optional<ErrorForm> errorForm() {
        return Optional.empty();
    }

    /** The resource's class, from which the OpenAPI document is generated. */
    Class<?> resourceType();

    Object resource(ApiRequest request);

    @Override
    default String getId() {
        return mount().contributionId(path());
    }

    @Override
    default ApiContribution create(KeycloakSession session) {
        return this::resource;
    }

    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factory) {}

    @Override
    default void close() {}
}

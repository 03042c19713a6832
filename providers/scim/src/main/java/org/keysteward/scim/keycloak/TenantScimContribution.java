package org.keysteward.scim.keycloak;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ErrorForm;

/** {@code /tenants/{tenant}/scim/v2}: the same for each tenant. */
public final class TenantScimContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return ScimFactory.ID;
    }

    @Override
    public String path() {
        return ScimContribution.PATH;
    }

    @Override
    public Mount mount() {
        return Mount.TENANT_PROTOCOL;
    }

    @Override
    public Class<?> resourceType() {
        return ScimResource.class;
    }

    @Override
    public Optional<ErrorForm> errorForm() {
        return Optional.of(new ScimErrorForm());
    }

    @Override
    public Optional<Actor> caller(KeycloakSession session, @Nullable TenantRef tenant) {
        return new ConnectionCredentials(session).caller(tenant, true);
    }

    @Override
    public Optional<Object> anonymous(ApiRequest request, @Nullable String alias) {
        return DiscoveryResource.forAnybody(request, alias);
    }

    @Override
    public Object resource(ApiRequest request) {
        return new ScimResource(request, request.tenant());
    }
}

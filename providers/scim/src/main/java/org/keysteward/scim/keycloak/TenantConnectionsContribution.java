package org.keysteward.scim.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /tenants/{tenant}/scim-connections}. */
public final class TenantConnectionsContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return ScimFactory.ID;
    }

    @Override
    public String path() {
        return "scim-connections";
    }

    @Override
    public Mount mount() {
        return Mount.TENANT;
    }

    @Override
    public Class<?> resourceType() {
        return ConnectionsResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new ConnectionsResource(request, request.tenant());
    }
}

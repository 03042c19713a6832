package org.keysteward.tenants.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /tenants/{tenant}/restore}. */
public final class RestoreContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return TenantsFactory.ID;
    }

    @Override
    public String path() {
        return "restore";
    }

    @Override
    public Mount mount() {
        return Mount.TENANT;
    }

    @Override
    public Class<?> resourceType() {
        return RestoreResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new RestoreResource(request);
    }
}

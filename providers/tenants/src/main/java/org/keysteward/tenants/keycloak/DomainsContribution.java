package org.keysteward.tenants.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /tenants/{tenant}/domains}. */
public final class DomainsContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return TenantsFactory.ID;
    }

    @Override
    public String path() {
        return "domains";
    }

    @Override
    public Mount mount() {
        return Mount.TENANT;
    }

    @Override
    public Class<?> resourceType() {
        return DomainsResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new DomainsResource(request);
    }
}

package org.keysteward.tenants.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /tenants/{tenant}/features}. */
public final class FeaturesContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return TenantsFactory.ID;
    }

    @Override
    public String path() {
        return "features";
    }

    @Override
    public Mount mount() {
        return Mount.TENANT;
    }

    @Override
    public Class<?> resourceType() {
        return FeaturesResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new FeaturesResource(request);
    }
}

package org.keysteward.tenants.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /plans}. */
public final class PlansContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return TenantsFactory.ID;
    }

    @Override
    public String path() {
        return "plans";
    }

    @Override
    public Class<?> resourceType() {
        return PlansResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new PlansResource(request);
    }
}

package org.keysteward.tenants.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /tenants}. */
public final class TenantsContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return TenantsFactory.ID;
    }

    @Override
    public String path() {
        return "tenants";
    }

    @Override
    public Class<?> resourceType() {
        return TenantsResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new TenantsResource(request);
    }
}

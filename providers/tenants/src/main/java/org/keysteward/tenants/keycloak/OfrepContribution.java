package org.keysteward.tenants.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /ofrep/v1}: the OpenFeature Remote Evaluation Protocol. */
public final class OfrepContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return TenantsFactory.ID;
    }

    @Override
    public String path() {
        return "ofrep/v1";
    }

    @Override
    public Mount mount() {
        return Mount.PROTOCOL;
    }

    @Override
    public Class<?> resourceType() {
        return OfrepResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new OfrepResource(request);
    }
}

package org.keysteward.roles.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /check}. */
public final class CheckContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return RolesFactory.ID;
    }

    @Override
    public String path() {
        return "check";
    }

    @Override
    public Class<?> resourceType() {
        return CheckResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new CheckResource(request);
    }
}

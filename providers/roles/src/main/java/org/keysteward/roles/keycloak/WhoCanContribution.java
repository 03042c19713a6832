package org.keysteward.roles.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /who-can}. */
public final class WhoCanContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return RolesFactory.ID;
    }

    @Override
    public String path() {
        return "who-can";
    }

    @Override
    public Class<?> resourceType() {
        return WhoCanResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new WhoCanResource(request);
    }
}

package org.keysteward.roles.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /permissions}: the catalogue. */
public final class PermissionsContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return RolesFactory.ID;
    }

    @Override
    public String path() {
        return "permissions";
    }

    @Override
    public Class<?> resourceType() {
        return PermissionsResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new PermissionsResource(request);
    }
}

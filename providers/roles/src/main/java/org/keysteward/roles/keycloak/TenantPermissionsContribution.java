package org.keysteward.roles.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /tenants/{tenant}/permissions}: what its roles can give. */
public final class TenantPermissionsContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return RolesFactory.ID;
    }

    @Override
    public String path() {
        return "permissions";
    }

    @Override
    public Mount mount() {
        return Mount.TENANT;
    }

    @Override
    public Class<?> resourceType() {
        return TenantPermissionsResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new TenantPermissionsResource(request);
    }
}

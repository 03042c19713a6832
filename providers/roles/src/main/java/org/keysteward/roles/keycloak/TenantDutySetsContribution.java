package org.keysteward.roles.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /tenants/{tenant}/separation-of-duty}. */
public final class TenantDutySetsContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return RolesFactory.ID;
    }

    @Override
    public String path() {
        return "separation-of-duty";
    }

    @Override
    public Mount mount() {
        return Mount.TENANT;
    }

    @Override
    public Class<?> resourceType() {
        return DutySetsResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new DutySetsResource(RealmOrTenant.ofTenant(request));
    }
}

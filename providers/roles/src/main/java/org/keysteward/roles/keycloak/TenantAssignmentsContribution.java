package org.keysteward.roles.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /tenants/{tenant}/assignments}. */
public final class TenantAssignmentsContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return RolesFactory.ID;
    }

    @Override
    public String path() {
        return "assignments";
    }

    @Override
    public Mount mount() {
        return Mount.TENANT;
    }

    @Override
    public Class<?> resourceType() {
        return AssignmentsResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new AssignmentsResource(RealmOrTenant.ofTenant(request));
    }
}

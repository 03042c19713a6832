package org.keysteward.roles.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /tenants/{tenant}/members/{userId}/permissions}. */
public final class MemberPermissionsContribution implements ApiContributionFactory {
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
        return Mount.MEMBER;
    }

    @Override
    public Class<?> resourceType() {
        return MemberPermissionsResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new MemberPermissionsResource(request);
    }
}

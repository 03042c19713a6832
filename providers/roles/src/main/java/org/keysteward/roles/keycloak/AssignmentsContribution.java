package org.keysteward.roles.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /role-assignments}: what holds in every tenant. */
public final class AssignmentsContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return RolesFactory.ID;
    }

    @Override
    public String path() {
        return "role-assignments";
    }

    @Override
    public Class<?> resourceType() {
        return AssignmentsResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new AssignmentsResource(RealmOrTenant.ofRealm(request));
    }
}

package org.keysteward.roles.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /tenants/{tenant}/assignment-rules}. */
public final class AssignmentRulesContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return RolesFactory.ID;
    }

    @Override
    public String path() {
        return "assignment-rules";
    }

    @Override
    public Mount mount() {
        return Mount.TENANT;
    }

    @Override
    public Class<?> resourceType() {
        return AssignmentRulesResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new AssignmentRulesResource(request);
    }
}

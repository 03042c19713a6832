package org.keysteward.roles.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /roles}: templates in every tenant. */
public final class RolesContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return RolesFactory.ID;
    }

    @Override
    public String path() {
        return "roles";
    }

    @Override
    public Class<?> resourceType() {
        return RolesResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new RolesResource(RealmOrTenant.ofRealm(request));
    }
}

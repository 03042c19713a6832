package org.keysteward.roles.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /separation-of-duty}: in every tenant. */
public final class DutySetsContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return RolesFactory.ID;
    }

    @Override
    public String path() {
        return "separation-of-duty";
    }

    @Override
    public Class<?> resourceType() {
        return DutySetsResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new DutySetsResource(RealmOrTenant.ofRealm(request));
    }
}

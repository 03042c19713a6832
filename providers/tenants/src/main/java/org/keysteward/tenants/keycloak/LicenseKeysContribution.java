package org.keysteward.tenants.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /license-keys}. */
public final class LicenseKeysContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return TenantsFactory.ID;
    }

    @Override
    public String path() {
        return "license-keys";
    }

    @Override
    public Class<?> resourceType() {
        return LicenseKeysResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new LicenseKeysResource(request);
    }
}

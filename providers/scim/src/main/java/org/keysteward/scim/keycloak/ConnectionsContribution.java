package org.keysteward.scim.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /scim-connections} of the realm. */
public final class ConnectionsContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return ScimFactory.ID;
    }

    @Override
    public String path() {
        return "scim-connections";
    }

    @Override
    public Class<?> resourceType() {
        return ConnectionsResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new ConnectionsResource(request, null);
    }
}

package org.keysteward.roles.keycloak;

import java.util.Set;
import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /me}: about whoever calls, so at the realm door only. */
public final class MeContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return RolesFactory.ID;
    }

    @Override
    public String path() {
        return "me";
    }

    @Override
    public Set<Door> doors() {
        return Set.of(Door.REALM);
    }

    @Override
    public Class<?> resourceType() {
        return MeResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new MeResource(request);
    }
}

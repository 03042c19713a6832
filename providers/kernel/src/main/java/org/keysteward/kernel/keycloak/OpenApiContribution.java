package org.keysteward.kernel.keycloak;

import java.util.Set;

/** {@code /openapi.json}, for anyone: it says nothing that the source does not. */
public final class OpenApiContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return KernelFactory.ID;
    }

    @Override
    public String path() {
        return "openapi.json";
    }

    @Override
    public Set<Door> doors() {
        return Set.of(Door.REALM);
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public Class<?> resourceType() {
        return OpenApiResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new OpenApiResource();
    }
}

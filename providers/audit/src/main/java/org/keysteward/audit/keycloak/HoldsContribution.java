package org.keysteward.audit.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /audit-holds}. */
public final class HoldsContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return AuditFactory.ID;
    }

    @Override
    public String path() {
        return "audit-holds";
    }

    @Override
    public Class<?> resourceType() {
        return HoldsResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new HoldsResource(request);
    }
}

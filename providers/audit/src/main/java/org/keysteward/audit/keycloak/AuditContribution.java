package org.keysteward.audit.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /audit}. */
public final class AuditContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return AuditFactory.ID;
    }

    @Override
    public String path() {
        return "audit";
    }

    @Override
    public Class<?> resourceType() {
        return AuditResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new AuditResource(request);
    }
}

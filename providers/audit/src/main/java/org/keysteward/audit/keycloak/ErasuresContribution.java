package org.keysteward.audit.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /audit-erasures}. */
public final class ErasuresContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return AuditFactory.ID;
    }

    @Override
    public String path() {
        return "audit-erasures";
    }

    @Override
    public Class<?> resourceType() {
        return ErasuresResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new ErasuresResource(request);
    }
}

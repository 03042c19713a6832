package org.keysteward.audit.keycloak;

import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;

/** {@code /tenants/{tenant}/audit}. */
public final class TenantAuditContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return AuditFactory.ID;
    }

    @Override
    public String path() {
        return "audit";
    }

    @Override
    public Mount mount() {
        return Mount.TENANT;
    }

    @Override
    public Class<?> resourceType() {
        return TenantAuditResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new TenantAuditResource(request);
    }
}

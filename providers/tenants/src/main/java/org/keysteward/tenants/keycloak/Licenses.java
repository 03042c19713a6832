package org.keysteward.tenants.keycloak;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.Limits;

/** Gives licenses to tenants. */
final class Licenses {
    private final ApiRequest request;
    private final Plans plans;

    Licenses(ApiRequest request) {
        this.request = request;
        this.plans = new Plans(request.session());
    }

    Optional<LicenseEntity> find(TenantRef tenant) {
        return Optional.ofNullable(Rows.entityManager(request.session()).find(LicenseEntity.class, tenant.id()));
    }

    /** @param planKey null for the realm's default */
    LicenseEntity give(TenantRef tenant, @Nullable String planKey, Limits overrides) {
        var plan = planKey == null ? null : plans.find(planKey).orElseThrow(() -> TenantProblems.unknownPlan(planKey));
        var row = find(tenant).orElseThrow();
        var before = content(row);
        row.change(plan == null ? null : plan.id(), overrides, request.clock().millis());
        Rows.entityManager(request.session()).flush();
        request.record(AuditEntry.changed(
                "license.changed",
                request.actor(),
                tenant,
                new AuditEntry.Target("license", tenant.id()),
                new AuditEntry.Change("", before, content(row))));
        return row;
    }

    private static Map<String, Object> content(LicenseEntity row) {
        var content = new LinkedHashMap<String, Object>();
        if (row.planId() != null) {
            content.put("planId", row.planId());
        }
        content.put("limits", row.overrides().byKey());
        return content;
    }
}

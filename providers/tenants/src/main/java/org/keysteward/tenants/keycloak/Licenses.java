package org.keysteward.tenants.keycloak;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.Rows;

/** Gives licenses to tenants, and puts them in and out of force. */
final class Licenses {
    private final ApiRequest request;

    Licenses(ApiRequest request) {
        this.request = request;
    }

    Optional<LicenseEntity> find(TenantRef tenant) {
        return Optional.ofNullable(Rows.entityManager(request.session()).find(LicenseEntity.class, tenant.id()));
    }

    /** The grant's plan; null for the realm's default. */
    @Nullable String planId(@Nullable String planKey) {
        return planKey == null
                ? null
                : new Plans(request.session())
                        .find(planKey)
                        .orElseThrow(() -> TenantProblems.unknownPlan(planKey))
                        .id();
    }

    void give(TenantRef tenant, LicenseEntity.Grant grant) {
        change(
                tenant,
                "license.changed",
                row -> row.change(grant, request.clock().millis()));
        new Seats(request.session()).settle(organization(tenant));
    }

    /** What the vendor has signed is not for administrators to change in part. */
    void refuseUnlessAdministered(TenantRef tenant) {
        new SignedLicenses(request).refuseUnsigned();
        if (find(tenant).map(LicenseEntity::signedId).isPresent()) {
            throw TenantProblems.signedLicenseNeeded();
        }
    }

    void suspend(TenantRef tenant, String reason) {
        change(
                tenant,
                "license.suspended",
                row -> row.suspend(reason, request.clock().millis()));
    }

    void resume(TenantRef tenant) {
        change(tenant, "license.resumed", row -> row.resume(request.clock().millis()));
    }

    private void change(TenantRef tenant, String action, Consumer<LicenseEntity> change) {
        var row = find(tenant).orElseThrow();
        var before = content(row);
        change.accept(row);
        Rows.entityManager(request.session()).flush();
        new Enforcement(request.session()).apply(organization(tenant));
        request.record(AuditEntry.changed(
                action,
                request.actor(),
                tenant,
                new AuditEntry.Target("license", tenant.id()),
                AuditEntry.Change.between(before, content(row))));
    }

    private OrganizationModel organization(TenantRef tenant) {
        return request.session().getProvider(OrganizationProvider.class).getById(tenant.id());
    }

    private static Map<String, Object> content(LicenseEntity row) {
        var content = new LinkedHashMap<String, Object>();
        var grant = row.grant();
        put(content, "planId", grant.planId());
        content.put("limits", grant.overrides().limits().byKey());
        content.put("features", grant.overrides().features());
        content.put("rollouts", FeaturesBody.shown(grant.overrides().rollouts()));
        put(content, "startsAt", grant.startsAt());
        put(content, "expiresAt", grant.expiresAt());
        put(content, "graceDays", grant.graceDays());
        put(content, "signedId", grant.signedId());
        put(content, "suspension", row.suspensionReason());
        return content;
    }

    private static void put(Map<String, Object> content, String name, @Nullable Object value) {
        if (value != null) {
            content.put(name, value);
        }
    }
}

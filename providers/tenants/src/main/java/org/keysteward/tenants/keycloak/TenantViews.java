package org.keysteward.tenants.keycloak;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.tenants.TenantPermissions;
import org.keysteward.tenants.TenantRole;

/** Tenants as the caller may see them. */
final class TenantViews {
    private final ApiRequest request;
    private final TenantQuery query;

    TenantViews(ApiRequest request) {
        this.request = request;
        this.query = new TenantQuery(request.session());
    }

    /** @param all whether also tenants in which the caller is no member */
    List<TenantView> page(boolean all, @Nullable String search, String after, int count) {
        var rows = query.page(request.actor().id(), all, search, after, count);
        var domains = query.domains(rows);
        var realmDefault = new Plans(request.session()).realmDefault();
        return rows.stream()
                .map(row -> view(row, realmDefault, domains.getOrDefault(row.id(), List.of())))
                .toList();
    }

    TenantView one(TenantRef tenant) {
        var row = query.one(request.actor().id(), tenant.id());
        return view(
                row,
                new Plans(request.session()).realmDefault(),
                query.domains(List.of(row)).getOrDefault(row.id(), List.of()));
    }

    private TenantView view(
            TenantQuery.Row row, Optional<PlanEntity> realmDefault, List<TenantView.DomainView> domains) {
        var tenant = new TenantRef(row.id(), row.alias());
        var holds = row.license(realmDefault);
        var license = request.actor().permits(TenantPermissions.LICENSE_READ, tenant)
                ? LicenseView.of(
                        holds,
                        row.chosen().orElse(null),
                        row.seatsUsed(holds),
                        request.clock().instant())
                : null;
        return new TenantView(
                row.id(),
                row.alias(),
                row.name(),
                row.enabled(),
                row.redirectUrl(),
                domains,
                license,
                role(row),
                row.chosen()
                        .map(LicenseEntity::ownerlessSince)
                        .map(since -> Instant.ofEpochMilli(since).toString())
                        .orElse(null),
                row.deletion().map(DeletionView::of).orElse(null));
    }

    private @Nullable String role(TenantQuery.Row row) {
        if (request.actor().permits(TenantPermissions.TENANT_READ)) {
            return row.role();
        }
        // A member without a row of ours is what every member is.
        return row.role() == null ? TenantRole.MEMBER.key() : row.role();
    }
}

package org.keysteward.tenants.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.tenants.TenantPermissions;

/** Takes a tenant's deletion back. */
@Tag(name = "Tenants")
@Produces(MediaType.APPLICATION_JSON)
public final class RestoreResource {
    private final ApiRequest request;

    RestoreResource(ApiRequest request) {
        this.request = request;
    }

    @POST
    @Operation(
            summary = "Restore a deleted tenant",
            description = "As long as the deletion is not final. Everything is as it was.")
    public TenantView restore() {
        request.require(TenantPermissions.TENANT_DELETE);
        new Deletions(request, request.tenant()).restore();
        return new TenantViews(request).one(request.tenant());
    }
}

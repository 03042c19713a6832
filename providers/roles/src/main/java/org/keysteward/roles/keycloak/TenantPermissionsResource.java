package org.keysteward.roles.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.roles.RolePermissions;

/** What a tenant's roles can give. */
@Tag(name = "Permissions")
@Produces(MediaType.APPLICATION_JSON)
public final class TenantPermissionsResource {
    private final ApiRequest request;

    TenantPermissionsResource(ApiRequest request) {
        this.request = request;
    }

    @GET
    @Operation(summary = "List the permissions that a tenant's roles can give, by key")
    public Page<PermissionView> list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("group") @Nullable String group,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        request.require(RolePermissions.ROLES_READ);
        return PermissionsResource.page(
                request,
                new CatalogueRows(request.session()),
                new PermissionsResource.Asked(search, group, limit, cursor),
                true);
    }
}

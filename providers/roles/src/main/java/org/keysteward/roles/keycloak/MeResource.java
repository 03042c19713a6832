package org.keysteward.roles.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.TenantDirectory;

/** What the caller is. */
@Tag(name = "Decisions")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {
    private final ApiRequest request;

    MeResource(ApiRequest request) {
        this.request = request;
    }

    @GET
    @Path("permissions")
    @Operation(
            summary = "What the caller may do in a tenant",
            description = "Without tenant: in the one that the access token was issued for.")
    public HeldView permissions(@QueryParam("tenant") @Nullable String alias) {
        var wanted = alias == null ? request.tokenTenant().orElse(null) : alias;
        if (wanted == null) {
            throw new ProblemException(Problem.invalidField(
                    "?tenant", "Name a tenant; the access token was not issued for a single one."));
        }
        var tenant = new TenantDirectory(request.session())
                .byAlias(wanted)
                .map(TenantDirectory::ref)
                .filter(one -> request.actor().permits(Permission.TENANT_READ, one))
                .orElseThrow(() -> new ProblemException(Problem.unknownTenant()));
        return HeldView.of(
                tenant.alias(),
                new HeldRoles(request.session()).of(tenant, request.actor().id()),
                request.clock().instant());
    }
}

package org.keysteward.tenants.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.tenants.TenantPermissions;

/** What a tenant may use, and what it uses. */
@Tag(name = "Licenses")
@Produces(MediaType.APPLICATION_JSON)
public final class LicenseResource {
    /** A license to give; without {@code plan}, the realm's default plan holds. */
    public record NewLicense(
            @Nullable String plan, @Nullable Map<String, @Nullable Long> limits) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (plan != null) {
                errors.requireText("/plan", plan, 63);
            }
            LimitsBody.validate(limits, errors);
        }
    }

    private final ApiRequest request;
    private final Licenses licenses;

    LicenseResource(ApiRequest request) {
        this.request = request;
        this.licenses = new Licenses(request);
    }

    @GET
    @Operation(summary = "Read a tenant's license")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = LicenseView.class)))
    public Response read() {
        request.require(TenantPermissions.LICENSE_READ);
        return answer();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Give a tenant a license",
            description = "A limit below what is used takes nothing away: the tenant is shown as over its limit, and"
                    + " cannot grow until it is back under it.")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = LicenseView.class)))
    public Response give(NewLicense body) {
        request.require(TenantPermissions.LICENSE_MANAGE);
        // Under the lock, so that a join that is just counting sees either the old license or the new one.
        new Seats(request.session()).lock(request.tenant().id());
        request.requireUnchanged(version());
        licenses.give(request.tenant(), body.plan(), LimitsBody.limits(body.limits()));
        return answer();
    }

    private Response answer() {
        var row = new TenantQuery(request.session())
                .one(request.actor().id(), request.tenant().id());
        var license = row.license(new Plans(request.session()).realmDefault());
        var updatedAt = row.chosen().map(LicenseEntity::updatedAt).orElse(0L);
        return Response.ok(LicenseView.of(license, row.seatsUsed(), updatedAt))
                .tag(ApiRequest.tag(version()))
                .build();
    }

    private int version() {
        return licenses.find(request.tenant()).map(LicenseEntity::version).orElse(-1);
    }
}

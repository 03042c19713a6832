package org.keysteward.tenants.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.tenants.License;
import org.keysteward.tenants.TenantPermissions;

/** What a tenant may use, and what it uses. */
@Tag(name = "Licenses")
@Produces(MediaType.APPLICATION_JSON)
public final class LicenseResource {
    private static final int MAX_REASON = 255;

    /**
     * A license to give. Whatever is left out is as the plan says; without {@code plan}, the realm's default plan
     * holds.
     *
     * @param startsAt ISO 8601; before it the license is on trial
     * @param expiresAt ISO 8601; it never ends where absent
     */
    public record NewLicense(
            @Nullable String plan,
            @Nullable Map<String, @Nullable Long> limits,
            @Nullable Map<String, @Nullable Object> features,
            @Nullable Map<String, @Nullable RolloutBody> rollouts,
            @Nullable String startsAt,
            @Nullable String expiresAt,
            @Nullable Integer graceDays)
            implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (plan != null) {
                errors.requireText("/plan", plan, 63);
            }
            LimitsBody.validate(limits, errors);
            FeaturesBody.validate(features, rollouts, errors);
            TermBody.validate(startsAt, expiresAt, graceDays, errors);
        }

        LicenseEntity.Grant grant(@Nullable String planId) {
            return new LicenseEntity.Grant(
                    planId,
                    new License.Overrides(
                            LimitsBody.limits(limits),
                            FeaturesBody.features(features),
                            FeaturesBody.rollouts(rollouts)),
                    TermBody.millis(startsAt),
                    TermBody.millis(expiresAt),
                    graceDays,
                    null);
        }
    }

    /** A signed license: a compact JWS (RFC 7515). */
    public record SignedToken(@Nullable String token) implements ApiBody {
        private static final int MAX_LENGTH = 32 * 1024;

        @Override
        public void validate(FieldErrors errors) {
            errors.requireText("/token", token == null ? null : token.strip(), MAX_LENGTH);
        }
    }

    /** Why a license is put out of force; members are shown it. */
    public record Reason(@Nullable String reason) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            errors.requireText("/reason", reason, MAX_REASON);
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
        lockToChange();
        new SignedLicenses(request).refuseUnsigned();
        licenses.give(request.tenant(), body.grant(licenses.planId(body.plan())));
        return answer();
    }

    @PUT
    @Path("signed")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Install a license that the vendor has signed",
            description = "It is checked with the realm's license keys. One that is older than the newest that was"
                    + " ever installed for the tenant is refused.")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = LicenseView.class)))
    public Response install(SignedToken body) {
        lockToChange();
        new SignedLicenses(request)
                .install(request.tenant(), String.valueOf(body.token()).strip());
        return answer();
    }

    @POST
    @Path("suspend")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Put a license out of force",
            description = "Keycloak refuses the tenant's members as it does those of a disabled organization, nothing"
                    + " can be added, and nothing is deleted.")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = LicenseView.class)))
    public Response suspend(Reason body) {
        lockToChange();
        licenses.suspend(request.tenant(), String.valueOf(body.reason()));
        return answer();
    }

    @POST
    @Path("resume")
    @Operation(
            summary = "Put a suspended license back into force",
            description = "What the suspension disabled is enabled; what an administrator disabled is not.")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = LicenseView.class)))
    public Response resume() {
        lockToChange();
        licenses.resume(request.tenant());
        return answer();
    }

    private void lockToChange() {
        request.require(TenantPermissions.LICENSE_MANAGE);
        // Under the lock, so that a join that is just counting sees either the old license or the new one.
        new LicenseLock(request.session()).take(request.tenant().id());
        request.requireUnchanged(version());
    }

    private Response answer() {
        var row = new TenantQuery(request.session())
                .one(request.actor().id(), request.tenant().id());
        var license = row.license(new Plans(request.session()).realmDefault());
        var use = new TenantUse(request.session(), request.tenant().id());
        return Response.ok(LicenseView.of(
                        license,
                        row.chosen().orElse(null),
                        row.seatsUsed(license),
                        use.of(license, row.seatsUsed(license)),
                        request.clock().instant()))
                .tag(ApiRequest.tag(version()))
                .build();
    }

    private int version() {
        return licenses.find(request.tenant()).map(LicenseEntity::version).orElse(-1);
    }
}

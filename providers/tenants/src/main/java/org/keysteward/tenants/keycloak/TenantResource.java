package org.keysteward.tenants.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.tenants.TenantPermissions;

/** One tenant. */
@Tag(name = "Tenants")
@Produces(MediaType.APPLICATION_JSON)
public final class TenantResource {
    private static final int MAX_NAME = 255;
    private static final int MAX_URL = 2048;

    /**
     * What can be changed of a tenant; its alias never changes.
     *
     * @param redirectUrl where somebody who accepts an invitation is led; the account console where absent
     */
    public record TenantContent(
            @Nullable String name, @Nullable String redirectUrl) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            errors.requireText("/name", name, MAX_NAME);
            if (redirectUrl != null && errors.requireText("/redirectUrl", redirectUrl, MAX_URL) && !isWebAddress()) {
                errors.add("/redirectUrl", "This is not an address such as https://app.acme.example/.");
            }
        }

        private boolean isWebAddress() {
            try {
                var uri = new URI(String.valueOf(redirectUrl));
                return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

    private final ApiRequest request;
    private final TenantRef tenant;

    TenantResource(ApiRequest request, TenantRef tenant) {
        this.request = request;
        this.tenant = tenant;
    }

    @GET
    @Operation(summary = "Read a tenant")
    public TenantView read() {
        return new TenantViews(request).one(tenant);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Rename a tenant, and say where invitations lead",
            description = "Where they lead is for administrators of the realm to say.")
    public TenantView change(TenantContent body) {
        request.actor().require(TenantPermissions.TENANT_UPDATE, tenant);
        var organizations = request.session().getProvider(OrganizationProvider.class);
        var organization = organizations.getById(tenant.id());
        var name = String.valueOf(body.name()).strip();
        var taken = organizations
                .getAllStream(name, true, 0, 2)
                .anyMatch(
                        other -> other.getName().equals(name) && !other.getId().equals(tenant.id()));
        if (taken) {
            throw TenantProblems.nameTaken();
        }
        var before = organization.getName();
        var redirectBefore = organization.getRedirectUrl();
        if (!Objects.equals(redirectBefore, body.redirectUrl())) {
            // Who accepts an invitation is led there by the realm itself: not for a tenant to choose.
            request.actor().require(TenantPermissions.TENANT_UPDATE);
        }
        organization.setName(name);
        organization.setRedirectUrl(body.redirectUrl());
        request.record(AuditEntry.changed(
                "tenant.changed",
                request.actor(),
                tenant,
                new AuditEntry.Target("tenant", tenant.id()),
                new AuditEntry.Change("/name", before, name),
                new AuditEntry.Change("/redirectUrl", redirectBefore, body.redirectUrl())));
        return read();
    }

    @DELETE
    @Operation(
            summary = "Delete a tenant, or see what would go with it",
            description = "With dryRun=true nothing happens, and the answer lists what would go. Otherwise confirm has"
                    + " to be the tenant's alias: the tenant is out of force at once, can be restored for a while, and"
                    + " is then removed in the background. With now=true that while is over at once.")
    @ApiResponse(
            responseCode = "200",
            description = "What would go",
            content = @Content(schema = @Schema(implementation = DeletionPreview.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The tenant is out of force, and will be removed",
            content = @Content(schema = @Schema(implementation = TenantView.class)))
    public Response delete(
            @QueryParam("dryRun") @Nullable String dryRun,
            @QueryParam("confirm") @Nullable String confirm,
            @QueryParam("now") @Nullable String now) {
        request.actor().require(TenantPermissions.TENANT_DELETE, tenant);
        var deletions = new Deletions(request, tenant);
        if (Flags.of("dryRun", dryRun)) {
            return Response.ok(deletions.preview()).build();
        }
        if (!tenant.alias().equals(confirm)) {
            throw new ProblemException(Problem.invalidField(
                    "?confirm", "To delete a tenant, confirm with its alias: confirm=" + tenant.alias() + "."));
        }
        deletions.delete(Flags.of("now", now));
        return Response.status(Response.Status.ACCEPTED).entity(read()).build();
    }
}

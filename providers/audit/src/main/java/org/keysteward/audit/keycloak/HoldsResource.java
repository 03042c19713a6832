package org.keysteward.audit.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.AuditPermissions;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;

/** Legal holds: what they touch is kept, whatever retention, licenses and erasures say. */
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
public final class HoldsResource {
    private static final String LIST = "audit-holds";
    private static final int MAX_ID = 255;
    private static final int MAX_REASON = 1000;

    /**
     * A hold to place.
     *
     * @param subjectType {@code person} or {@code tenant}
     * @param subjectId the user's id, or the tenant's alias
     */
    public record NewHold(
            @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable String reason) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (!HoldRows.PERSON.equals(subjectType) && !HoldRows.TENANT.equals(subjectType)) {
                errors.add("/subjectType", "A subject is a person or a tenant.");
            }
            errors.requireText("/subjectId", subjectId, MAX_ID);
            errors.requireText("/reason", reason, MAX_REASON);
        }
    }

    /** Why a hold ends. */
    public record Release(@Nullable String reason) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            errors.requireText("/reason", reason, MAX_REASON);
        }
    }

    private final ApiRequest request;

    HoldsResource(ApiRequest request) {
        this.request = request;
    }

    @GET
    @Operation(summary = "List legal holds, newest first, those that were released among them")
    public Page<HoldView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        request.require(AuditPermissions.HOLDS_READ);
        var holds = new Holds(request);
        var count = request.limit(limit);
        var rows = holds.before(request.position(LIST, cursor).orElse(""), count + 1);
        return Page.cut(
                rows, count, hold -> HoldView.of(hold, holds.alias(hold)), hold -> request.cursor(LIST, hold.id()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Place a legal hold",
            description =
                    "On a person: every record of what the person did and of what was done to it is kept, and the"
                            + " person cannot be erased. On a tenant: every record of it is kept, and the tenant cannot be deleted.")
    @ApiResponse(
            responseCode = "201",
            description = "What was placed",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    public Response place(NewHold body) {
        request.require(AuditPermissions.HOLDS_MANAGE);
        return request.once(() -> {
            var holds = new Holds(request);
            var hold = holds.place(
                    String.valueOf(body.subjectType()),
                    String.valueOf(body.subjectId()),
                    String.valueOf(body.reason()));
            return request.created(hold.id(), HoldView.of(hold, holds.alias(hold)))
                    .tag(ApiRequest.tag(hold.version()))
                    .build();
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a legal hold")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    public Response read(@PathParam("id") String id) {
        request.require(AuditPermissions.HOLDS_READ);
        var holds = new Holds(request);
        return answer(holds, holds.existing(id));
    }

    @POST
    @Path("{id}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Release a legal hold",
            description =
                    "What it kept beyond its time goes with the next run of retention, unless another hold keeps it.")
    @ApiResponse(
            responseCode = "200",
            description = "What was released",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    public Response release(@PathParam("id") String id, Release body) {
        request.require(AuditPermissions.HOLDS_MANAGE);
        var holds = new Holds(request);
        var hold = holds.existing(id);
        request.requireUnchanged(hold.version());
        return answer(holds, holds.release(hold, String.valueOf(body.reason())));
    }

    private static Response answer(Holds holds, HoldRows.Hold hold) {
        return Response.ok(HoldView.of(hold, holds.alias(hold)))
                .tag(ApiRequest.tag(hold.version()))
                .build();
    }
}

package org.keysteward.audit.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.query.RecordView;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.keycloak.ApiRequest;

/** The audit trail of a tenant. */
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
public final class TenantAuditResource {
    private final ApiRequest request;

    TenantAuditResource(ApiRequest request) {
        this.request = request;
    }

    @GET
    @Filters
    @Operation(
            summary = "List a tenant's records, newest first",
            description = "All filters have to be met. A record is there once it is sealed, within a second of what"
                    + " happened; those whose retention has ended are not.")
    public Page<RecordView> list() {
        return AuditReads.ofTenant(request).list();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a record")
    public RecordView read(@PathParam("id") String id) {
        return AuditReads.ofTenant(request).one(id);
    }

    @GET
    @Path("summary")
    @Operation(
            summary = "Count a tenant's records over time",
            description =
                    "The last 24 hours unless from and to say otherwise, widened to whole hours; at most 400 days and"
                            + " 2000 buckets. Buckets are hour, day or month, in UTC. Counts outlast the records.")
    public SummaryView summary(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("bucket") @Nullable String bucket,
            @QueryParam("by") @Nullable String by) {
        return AuditReads.ofTenant(request).summary();
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @TimelessFilters
    @Operation(
            summary = "Listen to a tenant's records as they are sealed",
            description =
                    "Server-sent events: record, with the seq as id. Last-Event-ID, or lastEventId, continues behind"
                            + " that record without a gap. What is more than the server gives a listener is left out, and an event"
                            + " dropped with count, firstSeq and lastSeq says so. The stream ends after ten minutes or with the"
                            + " token; come back with the last id.")
    @ApiResponse(
            responseCode = "200",
            description = "What happens from now on",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS))
    public void stream(
            @Context Sse sse,
            @Context SseEventSink sink,
            @QueryParam("lastEventId") @Nullable String lastEventId,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventHeader) {
        AuditReads.ofTenant(request).stream(sse, sink, lastEventHeader);
    }

    @GET
    @Path("actions")
    @Operation(summary = "List what can happen, with categories and tags")
    public Page<ActionView> actions() {
        return AuditReads.ofTenant(request).actions();
    }
}

package org.keysteward.audit.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.AuditPermissions;
import org.keysteward.audit.query.RecordView;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.keycloak.ApiRequest;

/** The audit trail of a realm, or of one of its tenants. */
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
    private static final String JSON_LINES = "application/x-ndjson";

    private final ApiRequest request;

    AuditResource(ApiRequest request) {
        this.request = request;
    }

    @GET
    @Filters
    @Operation(
            summary = "List the realm's records, newest first",
            description =
                    "All filters have to be met. With tenant, those of that tenant alone. A record is there once it is sealed, within a second of what"
                            + " happened; those whose retention has ended are not.")
    public Page<RecordView> list(@QueryParam("tenant") @Nullable String tenant) {
        return AuditReads.ofRealm(request, tenant).list();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a record")
    public RecordView read(@QueryParam("tenant") @Nullable String tenant, @PathParam("id") String id) {
        return AuditReads.ofRealm(request, tenant).one(id);
    }

    @GET
    @Path("summary")
    @Operation(
            summary = "Count the realm's records over time",
            description =
                    "The last 24 hours unless from and to say otherwise, widened to whole hours; at most 400 days and"
                            + " 2000 buckets. Buckets are hour, day or month, in UTC. Counts outlast the records.")
    public SummaryView summary(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("bucket") @Nullable String bucket,
            @QueryParam("by") @Nullable String by) {
        return AuditReads.ofRealm(request, tenant).summary();
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @TimelessFilters
    @Operation(
            summary = "Listen to the realm's records as they are sealed",
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
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("lastEventId") @Nullable String lastEventId,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventHeader) {
        AuditReads.ofRealm(request, tenant).stream(sse, sink, lastEventHeader);
    }

    @GET
    @Path("actions")
    @Operation(summary = "List what can happen, with categories and tags")
    public Page<ActionView> actions(@QueryParam("tenant") @Nullable String tenant) {
        return AuditReads.ofRealm(request, tenant).actions();
    }

    @GET
    @Path("{id}/proof")
    @Operation(
            summary = "Prove that a record is in the chain",
            description = "A proof of inclusion for somebody who may not see the other records; audit-verify checks it."
                    + " Answers 409 audit-record-not-signed until a checkpoint covers the record, a minute at most.")
    @ApiResponse(responseCode = "200", description = "What was asked for")
    public Response proof(@PathParam("id") String id) {
        return Response.ok(ChainReads.reading(request).proof(id), MediaType.APPLICATION_JSON)
                .build();
    }

    @GET
    @Path("checkpoints")
    @Operation(
            summary = "List what was signed about the chain, newest first",
            description = "type=retention lists what says which records' time was over.")
    public Page<CheckpointView> checkpoints(
            @Parameter(schema = @Schema(allowableValues = {"checkpoint", "retention"})) @QueryParam("type") @Nullable String type,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return ChainReads.reading(request).checkpoints();
    }

    @GET
    @Path("keys")
    @Operation(
            summary = "Read the public keys that checkpoints are signed with",
            description =
                    "A JWK set (RFC 7517): also of keys that sign no more. Publish it where your auditors find it.")
    @ApiResponse(responseCode = "200", description = "What was asked for")
    public Response keys() {
        return Response.ok(ChainReads.reading(request).keys(), MediaType.APPLICATION_JSON)
                .build();
    }

    @GET
    @Path("verify")
    @Operation(
            summary = "Have the chain verified",
            description = "Reads the records from fromSeq to toSeq, all unless said, and names the first thing that is"
                    + " wrong. It takes about a minute for a million records. That it was done is recorded.")
    public VerificationView verify(
            @QueryParam("fromSeq") @Nullable String fromSeq, @QueryParam("toSeq") @Nullable String toSeq) {
        return new ChainReads(request, AuditPermissions.VERIFY).verify();
    }

    @GET
    @Path("export")
    @Produces(JSON_LINES)
    @Operation(
            summary = "Export the chain",
            description = "JSON lines with records, what their commitments stand for, checkpoints and keys, which"
                    + " audit-verify checks. All of the chain, or a part of it without a gap: by fromSeq and toSeq, or all"
                    + " that is needed to have everything from from to to. That it was done is recorded.")
    @ApiResponse(responseCode = "200", description = "What was asked for", content = @Content(mediaType = JSON_LINES))
    public Response export(
            @QueryParam("fromSeq") @Nullable String fromSeq,
            @QueryParam("toSeq") @Nullable String toSeq,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return new ChainReads(request, AuditPermissions.EXPORT).export();
    }
}

package org.keysteward.scim.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.scim.ScimPermissions;

/** The sources that provision users and groups, with their tokens. */
@Tag(name = "Provisioning")
@Produces(MediaType.APPLICATION_JSON)
public final class ConnectionsResource {
    /**
     * A provisioning source.
     *
     * @param baseUrl what the source is given as the address of the SCIM server
     * @param lastUsedAt when it was used, to the hour; absent where it never was
     */
    public record ConnectionView(
            String id,
            String name,
            boolean strict,
            List<String> allowedAddresses,
            String baseUrl,
            List<TokenView> tokens,
            String createdAt,
            @Nullable String createdBy,
            @Nullable String lastUsedAt) {}

    /**
     * A token, without its secret.
     *
     * @param hint the last characters of the secret
     * @param lastUsedAt to the minute; absent where it never was
     */
    public record TokenView(
            String id,
            String hint,
            String createdAt,
            @Nullable String expiresAt,
            @Nullable String lastUsedAt) {}

    /** @param value the secret: shown this once, and never again */
    public record IssuedTokenView(
            String id, String value, @Nullable String expiresAt) {}

    /**
     * A connection that was removed, of which another one can take over what it made.
     *
     * @param name absent where it was removed before names were kept
     */
    public record FormerConnectionView(String id, @Nullable String name, String removedAt) {
        static FormerConnectionView of(FormerConnectionEntity row) {
            return new FormerConnectionView(
                    row.id(), row.name(), Instant.ofEpochMilli(row.endedAt()).toString());
        }
    }

    private final ApiRequest request;
    private final @Nullable TenantRef tenant;
    private final Connections connections;

    /** How many users, groups and external ids are the connection's now that were another one's. */
    public record AdoptedView(int users, int groups, int externalIds) {}

    ConnectionsResource(ApiRequest request, @Nullable TenantRef tenant) {
        this.request = request;
        this.tenant = tenant;
        this.connections = new Connections(request, tenant);
    }

    @GET
    @Operation(summary = "List provisioning connections")
    public Page<ConnectionView> list() {
        request.require(ScimPermissions.CONNECTIONS_READ);
        return new Page<>(connections.all().stream().map(this::view).toList(), null);
    }

    @GET
    @Path("removed")
    @Operation(
            summary = "List provisioning connections that were removed",
            description = "The latest 100, newest first. Another connection can take over what they made.")
    public Page<FormerConnectionView> removed() {
        request.require(ScimPermissions.CONNECTIONS_READ);
        return new Page<>(
                connections.former().stream().map(FormerConnectionView::of).toList(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a provisioning connection", description = "It has no token yet; issue one for it.")
    @ApiResponse(
            responseCode = "201",
            description = "What was made",
            content = @Content(schema = @Schema(implementation = ConnectionView.class)))
    public Response create(ConnectionBody body) {
        request.require(ScimPermissions.CONNECTIONS_MANAGE);
        return request.once(() -> {
            var row = connections.create(body);
            return request.created(row.id(), view(row))
                    .tag(ApiRequest.tag(row.version()))
                    .build();
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a provisioning connection")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = ConnectionView.class)))
    public Response read(@PathParam("id") String id) {
        request.require(ScimPermissions.CONNECTIONS_READ);
        return answer(connections.existing(id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change a provisioning connection")
    @ApiResponse(
            responseCode = "200",
            description = "What it is now",
            content = @Content(schema = @Schema(implementation = ConnectionView.class)))
    public Response change(@PathParam("id") String id, ConnectionBody body) {
        request.require(ScimPermissions.CONNECTIONS_MANAGE);
        var row = connections.existing(id);
        connections.change(row, body);
        return answer(row);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Remove a provisioning connection",
            description = "Its tokens are worth nothing at once. Users and groups that it made stay, and another"
                    + " connection can take them over. Roles that its groups gave are taken away, unless they are to be"
                    + " kept.")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response delete(@PathParam("id") String id, @QueryParam("keepRoles") boolean keepRoles) {
        request.require(ScimPermissions.CONNECTIONS_MANAGE);
        connections.delete(connections.existing(id), keepRoles);
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/adopt")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take over what another connection made",
            description =
                    "Of a connection of the same tenant, or realm, that is there or was removed: accounts and groups"
                            + " that it made, external ids where this one has none of its own, and roles that its groups gave."
                            + " Whoever does so stands at least as high as who made it.")
    public AdoptedView adopt(@PathParam("id") String id, AdoptBody body) {
        request.require(ScimPermissions.CONNECTIONS_MANAGE);
        return connections.adopt(connections.existing(id), body.connection());
    }

    @GET
    @Path("{id}/health")
    @Operation(
            summary = "Read how a provisioning connection is doing",
            description = "Written every few seconds, so that the last requests may not be in it yet.")
    public HealthView health(@PathParam("id") String id) {
        request.require(ScimPermissions.CONNECTIONS_READ);
        var row = connections.existing(id);
        var usedAt = connections.tokens(row).stream()
                .map(ConnectionTokenEntity::usedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(row.usedAt());
        return HealthView.of(request.session(), id, usedAt, request.clock());
    }

    @POST
    @Path("{id}/tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Issue a token",
            description = "The answer has the secret, this once. A connection may have up to five tokens, so that a"
                    + " source can change from one to the next.")
    @ApiResponse(
            responseCode = "201",
            description = "The token",
            content = @Content(schema = @Schema(implementation = IssuedTokenView.class)))
    public Response issue(@PathParam("id") String id, TokenBody body) {
        request.require(ScimPermissions.CONNECTIONS_MANAGE);
        var expiry = body.expiry();
        if (expiry.isPresent() && !expiry.get().isAfter(request.clock().instant())) {
            throw new ProblemException(Problem.invalidField("/expiresAt", "This has passed already."));
        }
        var issued = connections.issue(connections.existing(id), body);
        var row = issued.row();
        // No Idempotency-Key: an answer that is kept for a day would keep the secret.
        return request.created(
                        row.id(), new IssuedTokenView(row.id(), issued.token().text(), time(row.expiresAt())))
                .header("Cache-Control", "no-store")
                .build();
    }

    @DELETE
    @Path("{id}/tokens/{token}")
    @Operation(summary = "Revoke a token", description = "It is worth nothing from the next request on.")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response revoke(@PathParam("id") String id, @PathParam("token") String token) {
        request.require(ScimPermissions.CONNECTIONS_MANAGE);
        connections.revoke(connections.existing(id), token);
        return Response.noContent().build();
    }

    private Response answer(ConnectionEntity row) {
        return Response.ok(view(row)).tag(ApiRequest.tag(row.version())).build();
    }

    private ConnectionView view(ConnectionEntity row) {
        return new ConnectionView(
                row.id(),
                row.name(),
                row.strict(),
                row.addresses(),
                ScimAddress.of(request.session(), tenant).base(),
                connections.tokens(row).stream().map(ConnectionsResource::view).toList(),
                String.valueOf(Instant.ofEpochMilli(row.createdAt())),
                row.createdBy(),
                time(row.usedAt()));
    }

    private static TokenView view(ConnectionTokenEntity row) {
        return new TokenView(
                row.id(),
                row.hint(),
                String.valueOf(Instant.ofEpochMilli(row.createdAt())),
                time(row.expiresAt()),
                time(row.usedAt()));
    }

    private static @Nullable String time(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis).toString();
    }
}

package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.Schema;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimPermissions;
import org.keysteward.scim.resource.DiscoveryDocuments;
import org.keysteward.scim.resource.ListQuery;
import org.keysteward.scim.resource.ListResponse;
import org.keysteward.scim.resource.ServiceProvider;

/** A SCIM server (RFC 7644): of the realm, or of one tenant. */
@Hidden
@Consumes({ScimErrorForm.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Produces({ScimErrorForm.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public final class ScimResource {
    /** An access token needs it, so that a token for something else does not provision. */
    static final String TOKEN_SCOPE = "scim";

    /** Cursors name a place, and nothing is kept for them: this is what is promised at least. */
    private static final Duration CURSOR_TIMEOUT = Duration.ofDays(1);

    private final ApiRequest request;
    private final @Nullable TenantRef tenant;

    ScimResource(ApiRequest request, @Nullable TenantRef tenant) {
        this.request = request;
        this.tenant = tenant;
    }

    @Path("Users")
    public ResourcesResource users() {
        var call = provisioning();
        return new ResourcesResource(call, new Users(call));
    }

    @Path("Groups")
    public ResourcesResource groups() {
        var call = provisioning();
        return new ResourcesResource(call, new Groups(call));
    }

    @Path("Me")
    public MeResource me() {
        return new MeResource(call());
    }

    @POST
    @Path("Bulk")
    public Response bulk(InputStream body) {
        var call = provisioning();
        return Answers.of(call, "bulk", () -> new BulkWork(call).answer(Bodies.read(call, body)));
    }

    /** A search over everything (RFC 7644, section 3.4.3). */
    @POST
    @Path(".search")
    public Response search(InputStream body) {
        var call = provisioning();
        return Answers.of(call, "search everything", () -> everything(call, ListQuery.of(Bodies.read(call, body))));
    }

    @GET
    public Response list() {
        var call = provisioning();
        return Answers.of(call, "search everything", () -> everything(call, Bodies.query(call)));
    }

    @GET
    @Path("ServiceProviderConfig")
    public Response serviceProviderConfig() {
        var call = call();
        var limits = ScimFactory.of(request.session());
        return Answers.of(call, "describe the server", () -> {
            Bodies.refuseFilter(call);
            return Answers.ok(documents(call)
                            .serviceProviderConfig(new ServiceProvider(
                                    BulkWork.MAX_OPERATIONS,
                                    limits.maxPayloadBytes(),
                                    Listing.MAX_COUNT,
                                    Listing.DEFAULT_COUNT,
                                    CURSOR_TIMEOUT,
                                    true,
                                    null)))
                    .build();
        });
    }

    @GET
    @Path("ResourceTypes")
    public Response resourceTypes() {
        var call = call();
        return all(call, call.users().all().stream().map(documents(call)::resourceType));
    }

    @GET
    @Path("ResourceTypes/{id}")
    public Response resourceType(@PathParam("id") String id) {
        var call = call();
        return one(
                call,
                call.users().all().stream()
                        .filter(type -> type.name().equals(id))
                        .map(documents(call)::resourceType));
    }

    @GET
    @Path("Schemas")
    public Response schemas() {
        var call = call();
        return all(call, schemasOfAll(call).map(documents(call)::schema));
    }

    @GET
    @Path("Schemas/{urn}")
    public Response schema(@PathParam("urn") String urn) {
        var call = call();
        return one(
                call,
                schemasOfAll(call)
                        .filter(schema -> schema.id().equalsIgnoreCase(urn))
                        .map(documents(call)::schema));
    }

    private static Response all(Call call, Stream<ObjectNode> documents) {
        return Answers.of(call, "describe the server", () -> {
            Bodies.refuseFilter(call);
            return Answers.ok(ListResponse.complete(documents.toList()).json()).build();
        });
    }

    private static Response one(Call call, Stream<ObjectNode> documents) {
        return Answers.of(
                call,
                "describe the server",
                () -> Answers.ok(documents
                                .findFirst()
                                .orElseThrow(() -> new ScimException(404, null, "There is nothing of this name.")))
                        .build());
    }

    private static Stream<Schema> schemasOfAll(Call call) {
        return call.users().all().stream().flatMap(ScimResource::schemas);
    }

    private static Stream<Schema> schemas(ResourceType type) {
        return Stream.concat(
                Stream.of(type.schema()), type.extensions().stream().map(ResourceType.SchemaExtension::schema));
    }

    private static DiscoveryDocuments documents(Call call) {
        return new DiscoveryDocuments(call.address().base());
    }

    private static Response everything(Call call, ListQuery query) throws ScimException {
        return Answers.ok(new Listing(call).ofAll(List.of(new Users(call), new Groups(call)), query))
                .build();
    }

    private Call provisioning() {
        var call = call();
        request.require(ScimPermissions.PROVISION);
        return call;
    }

    private Call call() {
        if (tenant != null) {
            ScimFactory.of(request.session()).rates().take(request, tenant);
        }
        var scope = new Scope(request.realm().getId(), tenant);
        return ConnectionCredentials.of(request.session())
                .map(connection -> new Call(request, scope, Source.of(connection)))
                .orElseGet(() -> new Call(request, scope, application()));
    }

    private Source application() {
        if (!request.hasTokenScope(TOKEN_SCOPE)) {
            throw new ProblemException(Problem.of(
                    ProblemType.FORBIDDEN, "The access token has to be issued with the scope " + TOKEN_SCOPE + "."));
        }
        return Source.ofClient(String.valueOf(request.actor().client()));
    }
}

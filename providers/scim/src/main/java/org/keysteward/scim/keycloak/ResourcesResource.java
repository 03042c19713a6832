package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Locale;
import org.keysteward.kernel.keycloak.Requests;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.resource.ListQuery;
import org.keysteward.scim.resource.Projection;

/** The endpoint of one type of resources. */
@Consumes({ScimErrorForm.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Produces({ScimErrorForm.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public final class ResourcesResource {
    private final Call call;
    private final Resources resources;

    ResourcesResource(Call call, Resources resources) {
        this.call = call;
        this.resources = resources;
    }

    @GET
    public Response list() {
        return Answers.of(call, operation("list"), () -> page(Bodies.query(call)));
    }

    @POST
    @Path(".search")
    public Response search(InputStream body) {
        return Answers.of(call, operation("search"), () -> page(ListQuery.of(Bodies.read(call, body))));
    }

    @POST
    public Response create(InputStream body) {
        return Answers.of(call, operation("create"), () -> {
            var projection = projection();
            var ignored = new Ignored();
            var made = resources.create(Bodies.read(call, body), ignored);
            Answers.note(call, ignored);
            return answer(201, made, projection)
                    .header(
                            HttpHeaders.LOCATION,
                            made.path("meta").path("location").asText())
                    .build();
        });
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        return Answers.of(call, operation("read"), () -> {
            var projection = projection();
            var found = resources.read(id, projection.wants(GroupJson.MEMBERS));
            return conditions().knows(found)
                    ? Response.notModified()
                            .header(HttpHeaders.ETAG, version(found))
                            .build()
                    : answer(200, found, projection).build();
        });
    }

    @PUT
    @Path("{id}")
    public Response replace(@PathParam("id") String id, InputStream body) {
        return Answers.of(call, operation("replace"), () -> {
            var projection = projection();
            var ignored = new Ignored();
            var replaced = resources.replace(id, Bodies.read(call, body), conditions(), ignored);
            Answers.note(call, ignored);
            return answer(200, replaced, projection).build();
        });
    }

    @PATCH
    @Path("{id}")
    public Response patch(@PathParam("id") String id, InputStream body) {
        return Answers.of(call, operation("patch"), () -> {
            var projection = projection();
            var ignored = new Ignored();
            var patched = resources.patch(id, Bodies.read(call, body), conditions(), ignored);
            Answers.note(call, ignored);
            return wantsNothing()
                    ? Response.noContent()
                            .header(HttpHeaders.ETAG, version(patched))
                            .build()
                    : answer(200, patched, projection).build();
        });
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        return Answers.of(call, operation("delete"), () -> {
            resources.delete(id, conditions());
            return Response.noContent().build();
        });
    }

    /** {@code create user}. */
    private String operation(String verb) {
        return verb + " " + resources.type().name().toLowerCase(Locale.ROOT);
    }

    private Response page(ListQuery query) throws ScimException {
        return Answers.ok(new Listing(call).of(resources, query)).build();
    }

    private Projection projection() throws ScimException {
        return Bodies.query(call).projection(resources.type());
    }

    private Conditions conditions() {
        return Conditions.of(call.session().getContext().getRequestHeaders());
    }

    /** Whoever says so gets 204 (RFC 7240, section 4.2), unless they ask for attributes (RFC 7644, section 3.5.2). */
    private boolean wantsNothing() {
        var parameters = call.session().getContext().getUri().getQueryParameters();
        return !parameters.containsKey("attributes")
                && Requests.header(call.session(), "Prefer")
                        .filter(preference -> preference.strip().equalsIgnoreCase("return=minimal"))
                        .isPresent();
    }

    private static Response.ResponseBuilder answer(int status, ObjectNode whole, Projection projection) {
        return Answers.json(status, projection.apply(whole))
                .header(HttpHeaders.ETAG, version(whole))
                .header(
                        HttpHeaders.LOCATION,
                        whole.path("meta").path("location").asText());
    }

    private static String version(ObjectNode whole) {
        return whole.path("meta").path("version").asText();
    }
}

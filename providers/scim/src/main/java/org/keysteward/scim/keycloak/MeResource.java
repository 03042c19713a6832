package org.keysteward.scim.keycloak;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.scim.ScimPermissions;

/** Whoever calls (RFC 7644, section 3.11). Everybody may see themselves; changing that is provisioning. */
@Consumes({ScimErrorForm.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Produces({ScimErrorForm.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public final class MeResource {
    private final Call call;
    private final ResourcesResource users;

    MeResource(Call call) {
        this.call = call;
        this.users = new ResourcesResource(call, new Users(call));
    }

    @GET
    public Response read() {
        return users.read(id());
    }

    @PUT
    public Response replace(InputStream body) {
        call.request().require(ScimPermissions.PROVISION);
        return users.replace(id(), body);
    }

    @PATCH
    public Response patch(InputStream body) {
        call.request().require(ScimPermissions.PROVISION);
        return users.patch(id(), body);
    }

    @DELETE
    public Response delete() {
        call.request().require(ScimPermissions.PROVISION);
        return users.delete(id());
    }

    private String id() {
        var actor = call.request().actor();
        var id = actor.id();
        if (actor instanceof Actor.Connection || id == null) {
            throw new ProblemException(Problem.of(ProblemType.NOT_FOUND, "Who calls is no user."));
        }
        return id;
    }
}

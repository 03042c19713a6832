package org.keysteward.tenants.keycloak;

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
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.tenants.MemberStatus;
import org.keysteward.tenants.TenantPermissions;
import org.keysteward.tenants.TenantRole;

/** A tenant's members and their roles. */
@Tag(name = "Members")
@Produces(MediaType.APPLICATION_JSON)
public final class MembersResource {
    private static final String LIST = "members";
    private static final int MAX_ID = 255;

    /** A user to add, by id or by name; a member unless another role is named. */
    public record NewMember(
            @Nullable String userId,
            @Nullable String username,
            @Nullable String role) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if ((userId == null) == (username == null)) {
                errors.add("", "Name the user by userId or by username, and not by both.");
            } else if (userId != null) {
                errors.requireText("/userId", userId, MAX_ID);
            } else {
                errors.requireText("/username", username, MAX_ID);
            }
            if (role != null) {
                validateRole(role, errors);
            }
        }
    }

    /** Whom the ownership is taken from; the caller where absent. */
    public record Transfer(@Nullable String from) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (from != null) {
                errors.requireText("/from", from, MAX_ID);
            }
        }
    }

    /** A member's new role. */
    public record NewRole(@Nullable String role) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (errors.requireText("/role", role, 20)) {
                validateRole(String.valueOf(role), errors);
            }
        }
    }

    private final ApiRequest request;
    private final KeycloakSession session;
    private final MemberChanges changes;

    MembersResource(ApiRequest request) {
        this.request = request;
        this.session = request.session();
        this.changes = new MemberChanges(request);
    }

    @GET
    @Operation(
            summary = "List a tenant's members, by name",
            description = "search looks into name and e-mail address of the users that Keycloak keeps; members of"
                    + " user federations that Keycloak does not import are found by their whole id only.")
    public Page<MemberView> list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("role") @Nullable String role,
            @QueryParam("status") @Nullable String status,
            @QueryParam("membershipType") @Nullable String type,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        request.require(TenantPermissions.MEMBERS_READ);
        var filter = MemberQuery.Filter.of(search, role, status, type);
        var count = request.limit(limit);
        var list = LIST + filter;
        var start = request.position(list, cursor).map(MemberQuery.Position::of).orElse(MemberQuery.Position.START);
        var rows = new MemberQuery(session, request.tenant().id()).page(filter, start, count + 1);
        return Page.cut(rows, count, MemberQuery.Listed::view, row -> request.cursor(list, row.position()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add a user of the realm to a tenant",
            description =
                    "Answers 409 seat-limit-reached, with used and limit, when every seat of the license is taken.")
    @ApiResponse(
            responseCode = "201",
            description = "What was made",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response add(NewMember body) {
        request.require(TenantPermissions.MEMBERS_ADD);
        return request.once(() -> {
            var user = user(body);
            var version = changes.add(user, role(body.role() == null ? TenantRole.MEMBER.key() : body.role()));
            return request.created(user.getId(), changes.existing(user.getId()))
                    .tag(ApiRequest.tag(version))
                    .build();
        });
    }

    @GET
    @Path("{userId}")
    @Operation(summary = "Read a member")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response read(@PathParam("userId") String userId) {
        request.require(TenantPermissions.MEMBERS_READ);
        return answer(userId);
    }

    @PUT
    @Path("{userId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a member's role",
            description = "Only an owner may touch owners or make new ones, nobody may touch their equals or betters,"
                    + " and a tenant's last owner stays one.")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response change(@PathParam("userId") String userId, NewRole body) {
        request.require(TenantPermissions.ROLES_ASSIGN);
        changes.changeRole(userId, role(String.valueOf(body.role())));
        return answer(userId);
    }

    @DELETE
    @Path("{userId}")
    @Operation(
            summary = "Take a member out of a tenant, or leave it",
            description = "Anyone may take themselves out. The account stays, unless deleteUser=true is said of an"
                    + " account that the tenant manages.")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response remove(@PathParam("userId") String userId, @QueryParam("deleteUser") @Nullable String deleteUser) {
        if (!userId.equals(request.actor().id())) {
            request.require(TenantPermissions.MEMBERS_REMOVE);
        }
        changes.remove(userId, Flags.of("deleteUser", deleteUser));
        return Response.noContent().build();
    }

    @POST
    @Path("{userId}/suspend")
    @Operation(
            summary = "Suspend a membership",
            description = "It keeps its seat and permits nothing; the user's account and other memberships are as"
                    + " before.")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response suspend(@PathParam("userId") String userId) {
        request.require(TenantPermissions.MEMBERS_REMOVE);
        changes.setStatus(userId, MemberStatus.SUSPENDED);
        return answer(userId);
    }

    @POST
    @Path("{userId}/resume")
    @Operation(summary = "Resume a suspended membership")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response resume(@PathParam("userId") String userId) {
        request.require(TenantPermissions.MEMBERS_REMOVE);
        changes.setStatus(userId, MemberStatus.ACTIVE);
        return answer(userId);
    }

    @POST
    @Path("{userId}/transfer-ownership")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a member the owner in an owner's place",
            description = "The owner who gives it up becomes an administrator. A realm administrator names them in"
                    + " from.")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response transferOwnership(@PathParam("userId") String userId, Transfer body) {
        request.require(TenantPermissions.ROLES_ASSIGN);
        var from = body.from() == null ? request.actor().id() : body.from();
        if (!from.equals(request.actor().id())) {
            // Only who stands above owners may give away what is another's.
            request.actor().require(TenantPermissions.ROLES_ASSIGN);
        }
        changes.transferOwnership(from, userId);
        return answer(userId);
    }

    private UserModel user(NewMember body) {
        var byId = body.userId() != null;
        var found = byId
                ? session.users().getUserById(request.realm(), body.userId())
                : session.users().getUserByUsername(request.realm(), body.username());
        if (found == null || found.getServiceAccountClientLink() != null) {
            throw new ProblemException(
                    Problem.invalidField(byId ? "/userId" : "/username", "There is no such user in the realm."));
        }
        return found;
    }

    private Response answer(String userId) {
        return Response.ok(changes.existing(userId))
                .tag(ApiRequest.tag(changes.version(userId)))
                .build();
    }

    private static TenantRole role(String key) {
        return TenantRole.of(key).orElse(TenantRole.VIEWER);
    }

    private static void validateRole(String role, FieldErrors errors) {
        if (TenantRole.of(role).isEmpty()) {
            errors.add("/role", "A role is owner, admin, member or viewer.");
        }
    }
}

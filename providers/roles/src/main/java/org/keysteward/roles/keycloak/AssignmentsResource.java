package org.keysteward.roles.keycloak;

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
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.roles.Assignment;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.Role;
import org.keysteward.roles.RolePermissions;
import org.keysteward.roles.Validity;

/** Who was assigned which role: in a tenant, or by the realm in every tenant. */
@Tag(name = "Assignments")
@Produces(MediaType.APPLICATION_JSON)
public final class AssignmentsResource {
    private static final int MAX_ID = 255;
    private static final int MAX_REASON = 1000;
    private static final String REASON_NEEDED = "An assignment by request says which request that was.";

    /** Who is assigned a role. */
    public record PrincipalBody(
            @Nullable String type, @Nullable String id) {
        private void validate(FieldErrors errors) {
            if (type == null || PrincipalType.of(type).isEmpty()) {
                errors.add(
                        "/principal/type",
                        "A principal is a user, a service-account, an organization-group or a realm-group.");
            }
            errors.requireText("/principal/id", id, MAX_ID);
        }
    }

    /**
     * An assignment to make; in the whole tenant and for ever where nothing else is said.
     *
     * @param source {@code manual}, also where nothing is said, or {@code request}, which needs a reason
     */
    public record NewAssignment(
            @Nullable PrincipalBody principal,
            @Nullable String role,
            @Nullable String path,
            @Nullable String from,
            @Nullable String until,
            @Nullable String reason,

            @Schema(
                    allowableValues = {"manual", "request"},
                    defaultValue = "manual",
                    description = "request for what an application's own workflow has granted; the reason then says"
                            + " which request that was, and is needed")
            @Nullable String source)
            implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (principal == null) {
                errors.add("/principal", "This field is needed.");
            } else {
                principal.validate(errors);
            }
            if (errors.requireText("/role", role, 63)) {
                Role.keyFault(RoleBody.text(role)).ifPresent(fault -> errors.add("/role", fault));
            }
            if (path != null) {
                AssignmentPath.fault(path).ifPresent(fault -> errors.add("/path", fault));
            }
            term().validate(errors);
            if (source != null && Assignment.Source.ofAssigner(source).isEmpty()) {
                errors.add(
                        "/source",
                        "A source is manual or request; every other one is said by what gives the role itself.");
            } else if (origin().needsReason() && isMissing(reason)) {
                errors.add("/reason", REASON_NEEDED);
            }
        }

        Principal who() {
            if (principal == null) {
                throw new IllegalStateException("An unvalidated body");
            }
            return new Principal(
                    PrincipalType.of(RoleBody.text(principal.type())).orElseThrow(), RoleBody.text(principal.id()));
        }

        Assignment assignment() {
            return new Assignment(
                    null,
                    RoleBody.text(role),
                    Assignment.Reach.TENANT,
                    AssignmentPath.of(path == null ? "" : path),
                    term().validity(),
                    origin(),
                    null);
        }

        private Assignment.Source origin() {
            return source == null
                    ? Assignment.Source.MANUAL
                    : Assignment.Source.ofAssigner(source).orElseThrow();
        }

        private Term term() {
            return new Term(from, until, reason);
        }
    }

    /** When an assignment holds, and why; for ever where nothing is said. */
    public record Term(
            @Nullable String from,
            @Nullable String until,
            @Nullable String reason) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            var begin = errors.optionalTime("/from", from);
            var end = errors.optionalTime("/until", until);
            if (begin.isPresent() && end.isPresent() && !begin.get().isBefore(end.get())) {
                errors.add("/until", "An assignment ends after it begins.");
            }
            if (reason != null && !reason.isEmpty()) {
                errors.requireText("/reason", reason, MAX_REASON);
            }
        }

        Validity validity() {
            var unread = new FieldErrors();
            return new Validity(
                    unread.optionalTime("/from", from).orElse(null),
                    unread.optionalTime("/until", until).orElse(null));
        }
    }

    private final ApiRequest request;
    private final RealmOrTenant place;
    private final Assignments assignments;
    private final Principals principals;

    AssignmentsResource(RealmOrTenant place) {
        this.request = place.request();
        this.place = place;
        this.assignments = new Assignments(place);
        this.principals = new Principals(request.session());
    }

    @GET
    @Operation(
            summary = "List assignments",
            description = "The role that every member has of itself is not among them: that is the member's role.")
    public Page<AssignmentView> list(
            @QueryParam("principalType") @Nullable String principalType,
            @QueryParam("principalId") @Nullable String principalId,
            @QueryParam("role") @Nullable String role,
            @QueryParam("path") @Nullable String path,
            @QueryParam("source") @Nullable String source,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        request.require(RolePermissions.ROLES_READ);
        var filter = filter(principalType, principalId, role, path, source, state);
        var count = request.limit(limit);
        var list = "assignments?" + filter;
        var rows = assignments.after(request.position(list, cursor).orElse(""), filter, count + 1);
        principals.know(rows.stream().map(row -> row.principal().id()).toList());
        return Page.cut(
                rows,
                count,
                row -> AssignmentView.of(row, principals, place.now()),
                row -> request.cursor(list, row.id()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Assign a role",
            description = "Nobody assigns a role that is as high as their own or gives what they do not have, and"
                    + " nobody but an owner assigns roles to themselves.")
    @ApiResponse(
            responseCode = "201",
            description = "What was made",
            content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    public Response create(NewAssignment body) {
        var assignment = body.assignment();
        place.require(RolePermissions.ROLES_ASSIGN, assignment.path());
        return request.once(() -> {
            var row = assignments.create(body.who(), assignment, body.reason());
            return request.created(row.id(), AssignmentView.of(row, principals, place.now()))
                    .tag(ApiRequest.tag(row.version()))
                    .build();
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read an assignment")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    public Response read(@PathParam("id") String id) {
        request.require(RolePermissions.ROLES_READ);
        return answer(assignments.existing(id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change when an assignment holds, and why")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    public Response change(@PathParam("id") String id, Term body) {
        var row = existing(id);
        place.require(RolePermissions.ROLES_ASSIGN, row.assignment().path());
        if (row.assignment().source().needsReason() && isMissing(body.reason())) {
            throw new ProblemException(Problem.invalidField("/reason", REASON_NEEDED));
        }
        assignments.change(row, body.validity(), body.reason());
        return answer(row);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End an assignment", description = "Anyone may end their own.")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response delete(@PathParam("id") String id) {
        var row = existing(id);
        if (!place.isActor(row.principal().id())) {
            place.require(RolePermissions.ROLES_ASSIGN, row.assignment().path());
        }
        assignments.end(row);
        return Response.noContent().build();
    }

    /** In the realm, whoever may not assign is not told either what there is. */
    private AssignmentEntity existing(String id) {
        if (place.ofRealm()) {
            request.require(RolePermissions.ROLES_ASSIGN);
        }
        return assignments.existing(id);
    }

    private Response answer(AssignmentEntity row) {
        return Response.ok(AssignmentView.of(row, principals, place.now()))
                .tag(ApiRequest.tag(row.version()))
                .build();
    }

    /** One of blanks is refused as a text already. */
    private static boolean isMissing(@Nullable String reason) {
        return reason == null || reason.isEmpty();
    }

    private static Assignments.Filter filter(
            @Nullable String principalType,
            @Nullable String principalId,
            @Nullable String role,
            @Nullable String path,
            @Nullable String source,
            @Nullable String state) {
        var errors = new FieldErrors();
        if (principalType != null && PrincipalType.of(principalType).isEmpty()) {
            errors.add(
                    "?principalType",
                    "A principal is a user, a service-account, an organization-group or a realm-group.");
        }
        if (path != null) {
            AssignmentPath.fault(path).ifPresent(fault -> errors.add("?path", fault));
        }
        if (source != null && Assignment.Source.of(source).isEmpty()) {
            errors.add("?source", "A source is manual, invitation, scim, idp or request.");
        }
        var wanted = state == null ? null : Validity.State.of(state).orElse(null);
        if (state != null && wanted == null) {
            errors.add("?state", "A state is scheduled, active or expired.");
        }
        errors.problem().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        return new Assignments.Filter(principalType, principalId, role, path, source, wanted);
    }
}
